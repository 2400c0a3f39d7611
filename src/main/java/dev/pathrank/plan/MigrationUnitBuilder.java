package dev.pathrank.plan;

import dev.pathrank.rank.DeclaredEndpoints;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.MethodSemantics;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Window;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.time.UtcDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The order in which the candidates of a ranking move: what the user fixed, the pilot, reads, writes by resource,
 * sensitive ones.
 */
final class MigrationUnitBuilder {
    private static final double PILOT_RISK = 0.3;
    private static final long PILOT_CALLS_A_DAY = 1000;
    private static final long PILOT_PART_OF_CALLS = 10;

    private final List<RankedEndpoint> candidates;
    private final List<RankedEndpoint> followers;
    private final FixedWaves fixed;
    private final DeclaredEndpoints declared;
    private final List<MigrationUnit> moves = new ArrayList<>();

    private MigrationUnitBuilder(List<RankedEndpoint> ranking, FixedWaves fixed, DeclaredEndpoints declared) {
        candidates = ranking.stream()
                .filter(MigrationUnitBuilder::moves)
                .filter(row -> !declared.facts(row.stats()).never())
                .toList();
        followers = new ArrayList<>(
                ranking.stream().filter(MigrationUnitBuilder::follows).toList());
        this.fixed = fixed;
        this.declared = declared;
    }

    /** @param ranking the whole of it, in its order */
    static List<MigrationUnit> of(
            List<RankedEndpoint> ranking, Window window, FixedWaves fixed, DeclaredEndpoints declared) {
        MigrationUnitBuilder all = new MigrationUnitBuilder(ranking, fixed, declared);
        long calls = ranking.stream().mapToLong(row -> row.stats().calls()).sum();
        all.addFixed();
        List<RankedEndpoint> free = all.candidates.stream()
                .filter(row -> all.fixedWave(row).isEmpty())
                .toList();
        Optional<RankedEndpoint> pilot = free.stream()
                .filter(row -> isPilot(row, window, calls, declared))
                .findFirst();
        pilot.ifPresent(row -> all.add(Phase.PILOT, 0, List.of(row)));
        all.addGroups(
                free.stream().filter(row -> !pilot.equals(Optional.of(row))).toList());
        return DependencyOrder.of(all.moves, declared);
    }

    private Phase phase(RankedEndpoint row) {
        if (declared.facts(row.stats()).sensitive()) {
            return Phase.SENSITIVE;
        }
        return readOnly(row) ? Phase.READS : Phase.WRITES;
    }

    /** Returns whether a row has anything to move: calls that never reach the origin do not. */
    private static boolean moves(RankedEndpoint row) {
        return row.isCandidate() && row.stats().originCalls() > 0;
    }

    private static boolean follows(RankedEndpoint row) {
        return !row.isCandidate()
                && row.stats().isCalled()
                && row.kind() == EndpointKind.ENDPOINT
                && MethodSemantics.isCompanion(row.stats().method());
    }

    private static boolean readOnly(RankedEndpoint row) {
        return row.parts().map(parts -> parts.ease().readOnly()).orElse(false);
    }

    /**
     * Returns whether a row may be the pilot: read-only, of low risk, with enough calls to learn from and far fewer
     * than the large endpoints.
     */
    private static boolean isPilot(RankedEndpoint row, Window window, long calls, DeclaredEndpoints declared) {
        EndpointStats stats = row.stats();
        double days = Math.max(1, (double) window.seconds() / UtcDay.SECONDS);
        return readOnly(row)
                && !declared.facts(row.stats()).sensitive()
                && declared.facts(row.stats()).group().isEmpty()
                && declared.facts(row.stats()).after().isEmpty()
                && row.parts().map(parts -> parts.risk().score()).orElse(1.0) < PILOT_RISK
                && stats.calls() >= PILOT_CALLS_A_DAY * days
                && stats.calls() < (double) calls / PILOT_PART_OF_CALLS;
    }

    private void addFixed() {
        for (int wave : fixed.numbers()) {
            List<RankedEndpoint> together = candidates.stream()
                    .filter(row -> fixedWave(row).orElse(0) == wave)
                    .toList();
            together.forEach(row -> add(Phase.FIXED, wave, List.of(row)));
        }
    }

    private OptionalInt fixedWave(RankedEndpoint row) {
        return fixed.wave(row.stats().method(), row.stats().pattern());
    }

    /** Adds the groups. Rows of one group move in the latest phase of any of them, at the place of the first. */
    private void addGroups(List<RankedEndpoint> rows) {
        Map<String, List<RankedEndpoint>> groups = new LinkedHashMap<>();
        for (RankedEndpoint row : rows) {
            groups.computeIfAbsent(group(row), key -> new ArrayList<>()).add(row);
        }
        for (Phase phase : Phase.values()) {
            groups.values().stream()
                    .filter(group -> group.stream()
                                    .map(this::phase)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow()
                            == phase)
                    .forEach(group -> add(phase, 0, group));
        }
    }

    private String group(RankedEndpoint row) {
        EndpointStats stats = row.stats();
        String group = declared.facts(stats).group();
        if (!group.isEmpty()) {
            return "group " + group;
        }
        return phase(row) == Phase.WRITES
                ? "resource " + stats.host() + resource(stats.pattern())
                : "endpoint " + stats.host() + " " + stats.method() + " " + stats.pattern();
    }

    /**
     * Returns the resource of a pattern, which is the pattern without the placeholders at its end: {@code /order} for
     * {@code /order/<id>}.
     */
    static String resource(String pattern) {
        String rest = pattern;
        while (rest.endsWith(">") && rest.lastIndexOf('/') > 0 && rest.charAt(rest.lastIndexOf('/') + 1) == '<') {
            rest = rest.substring(0, rest.lastIndexOf('/'));
        }
        return rest;
    }

    private void add(Phase phase, int wave, List<RankedEndpoint> leaders) {
        List<RankedEndpoint> along = followers.stream()
                .filter(follower -> leaders.stream().anyMatch(leader -> follows(follower.stats(), leader.stats())))
                .sorted(Comparator.comparing(row -> row.stats().method()))
                .toList();
        followers.removeAll(along);
        moves.add(new MigrationUnit(phase, wave, leaders, along));
    }

    private static boolean follows(EndpointStats follower, EndpointStats leader) {
        return follower.pattern().equals(leader.pattern())
                && follower.host().equals(leader.host())
                && (follower.method().equals("OPTIONS") || leader.method().equals("GET"));
    }
}
