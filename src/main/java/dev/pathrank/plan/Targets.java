package dev.pathrank.plan;

import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.plan.route.GatewayPaths;
import dev.pathrank.plan.route.PathWildcard;
import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.MethodSemantics;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.TieBreak;
import dev.pathrank.tally.EndpointStats;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The target of each endpoint of a ranking. An endpoint goes to an API of API Gateway only if that API can have a route
 * for it beside the routes of all others.
 */
final class Targets {
    private static final Comparator<RankedEndpoint> BY_PATTERN = Comparator.comparing(
                    (RankedEndpoint row) -> row.stats().pattern(), TieBreak.UTF8_BYTES)
            .thenComparing(row -> row.stats().method(), TieBreak.UTF8_BYTES);

    private static final long MILLIS = 1000;

    private static final TargetChoice SHARES_PATH = new TargetChoice(
            Target.STAYS,
            "only the query tells it from other calls of its path and no switch looks at that; the path moves whole"
                    + " without --query-key");

    private final IdentityHashMap<RankedEndpoint, TargetChoice> choices = new IdentityHashMap<>();
    private static final TargetChoice SEVERAL_ORIGINS = new TargetChoice(
            Target.STAYS,
            "a behaviour sends all calls of a path to one origin and they would need several; --switch function moves"
                    + " methods apart");

    /** The routes of each host's HTTP API and REST API. */
    private final Map<String, GatewayPaths> apis = new HashMap<>();

    /** The paths whose endpoints only a query tells apart. */
    private final Set<String> sharedPaths;

    private final QuotaTable quotas;

    private Targets(List<RankedEndpoint> ranking, QuotaTable quotas) {
        this.quotas = quotas;
        this.sharedPaths = ranking.stream()
                .map(row -> row.stats().pattern())
                .filter(QueryPath::hasQuery)
                .map(QueryPath::path)
                .collect(Collectors.toSet());
    }

    static Targets of(List<RankedEndpoint> ranking, PlanOptions options, DeclaredEndpoints declared) {
        Targets targets = new Targets(ranking, options.quotas());
        ranking.stream().sorted(BY_PATTERN).forEach(row -> targets.add(row, options));
        if (options.waves().choice() == SwitchChoice.BEHAVIOURS) {
            targets.keepPathsTogether(ranking, declared);
        }
        return targets;
    }

    /** Lets a path stay whose calls a cache behaviour cannot send to one new origin. */
    private void keepPathsTogether(List<RankedEndpoint> ranking, DeclaredEndpoints declared) {
        Map<String, List<RankedEndpoint>> byPath = ranking.stream()
                .filter(row -> row.stats().isCalled()
                        && row.kind() != EndpointKind.NOISE
                        && row.kind() != EndpointKind.UNMATCHED)
                .collect(Collectors.groupingBy(row -> row.stats().host()
                        + PathWildcard.of(row.stats().pattern()).text()));
        for (List<RankedEndpoint> path : byPath.values()) {
            List<RankedEndpoint> going = MigrationUnitBuilder.moving(path, declared, this);
            AnsweringFunctions<RankedEndpoint> functions =
                    new AnsweringFunctions<>(going, RankedEndpoint::stats, row -> of(row).target());
            Set<Object> origins = new HashSet<>();
            for (RankedEndpoint row : going) {
                TargetChoice choice = of(row);
                origins.add(
                        choice.target().isGateway() || !choice.target().isLambda()
                                ? choice.target()
                                : Objects.requireNonNullElse(functions.of(row), row));
            }
            if (!going.isEmpty() && (going.size() < path.size() || origins.size() > 1)) {
                going.stream()
                        .filter(row -> of(row).target().isLambda())
                        .forEach(row -> choices.put(row, SEVERAL_ORIGINS));
            }
        }
    }

    private void add(RankedEndpoint row, PlanOptions options) {
        TargetChoice choice = TargetChoice.of(row, options);
        if (mayMove(row) && sharedPaths.contains(QueryPath.path(row.stats().pattern()))) {
            choices.put(row, SHARES_PATH);
            return;
        }
        String reason = mayMove(row) ? reasonAgainst(row.stats(), choice.target()) : "";
        choices.put(
                row, reason.isEmpty() ? choice : TargetChoice.withoutGateway(row.stats(), options.quotas(), reason));
    }

    private static boolean mayMove(RankedEndpoint row) {
        return row.isCandidate()
                || row.kind() == EndpointKind.ENDPOINT
                        && MethodSemantics.isCompanion(row.stats().method());
    }

    private String reasonAgainst(EndpointStats stats, Target target) {
        if (!target.isGateway()) {
            return "";
        }
        return apis.computeIfAbsent(target + " " + stats.host(), api -> new GatewayPaths(target == Target.REST_API))
                .add(stats.method(), stats.pattern());
    }

    /** Returns the target of a row of the ranking. */
    TargetChoice of(RankedEndpoint row) {
        return Objects.requireNonNull(choices.get(row), "no row of the ranking");
    }

    /** Returns of each row whether it moves to an API of API Gateway. */
    boolean[] atGateway(List<RankedEndpoint> rows) {
        boolean[] at = new boolean[rows.size()];
        for (int place = 0; place < at.length; place++) {
            at[place] = of(rows.get(place)).target().isGateway();
        }
        return at;
    }

    /** Returns whether an endpoint has somewhere to move to. */
    boolean exists(RankedEndpoint row) {
        return of(row).target() != Target.STAYS;
    }

    /** Returns whether a function of Lambda answers an endpoint, and its callers wait for the slowest call. */
    boolean functionAnswersInTime(RankedEndpoint row) {
        Long seconds = of(row).target().timeoutSeconds(quotas);
        return of(row).target().isLambda() && (seconds == null || OwnLoads.maxMs(row) <= seconds * MILLIS);
    }
}
