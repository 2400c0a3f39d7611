package dev.pathrank.plan;

import dev.pathrank.plan.data.Quota;
import dev.pathrank.plan.route.BehaviourCounts;
import dev.pathrank.plan.route.GatewayPaths;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.RankedEndpoint;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What the endpoints up to each place of a sequence take of quotas that do not depend on traffic: routes, integrations,
 * resources, cache behaviours.
 */
final class StaticCounts {
    /** A SAM function with an API event expands to a function, a role and a permission (AWS SAM guide, 2026). */
    private static final long RESOURCES_OF_A_FUNCTION = 3;

    private final long[] httpRoutes;
    private final long[] restResources;
    private final long[] behaviours;
    private final long[] functions;
    private final boolean byBehaviours;
    private final boolean hasHttpApi;

    private StaticCounts(int size, PlanOptions options) {
        httpRoutes = new long[size];
        restResources = new long[size];
        behaviours = new long[size];
        functions = new long[size];
        byBehaviours = options.waves().choice() == SwitchChoice.BEHAVIOURS;
        hasHttpApi = options.quotas().hasHttpApi();
    }

    static StaticCounts of(
            MigrationSequence sequence, List<RankedEndpoint> ranking, Targets targets, PlanOptions options) {
        StaticCounts counts = new StaticCounts(sequence.size(), options);
        BehaviourCounts paths = new BehaviourCounts(ranking.stream()
                .filter(row -> row.stats().isCalled())
                .filter(row -> row.kind() == EndpointKind.ENDPOINT || row.kind() == EndpointKind.ASSET)
                .map(row -> row.stats().pattern())
                .toList());
        AnsweringFunctions<RankedEndpoint> answering = new AnsweringFunctions<>(
                sequence.rows(), RankedEndpoint::stats, row -> targets.of(row).target());
        Set<RankedEndpoint> functions = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> nodes = new HashSet<>();
        long http = 0;
        long needed = 0;
        for (int place = 0; place < sequence.size(); place++) {
            RankedEndpoint row = sequence.rows().get(place);
            Target target = targets.of(row).target();
            String pattern = row.stats().pattern();
            RankedEndpoint function = answering.of(row);
            if (function != null) {
                functions.add(function);
                http += target == Target.HTTP_API ? 1 : 0;
            }
            if (target == Target.REST_API) {
                GatewayPaths.addNodes(pattern, nodes);
            }
            if (target.isLambda()) {
                needed = paths.move(pattern);
            }
            counts.httpRoutes[place] = http;
            counts.restResources[place] = nodes.size();
            counts.behaviours[place] = needed;
            counts.functions[place] = functions.size();
        }
        return counts;
    }

    void addTo(List<QuotaUse> uses, int place, AccountLimits limits) {
        if (hasHttpApi) {
            uses.add(QuotaUse.timeless(Quota.ROUTES, httpRoutes[place], limits.limit(Quota.ROUTES)));
            uses.add(QuotaUse.timeless(Quota.INTEGRATIONS, httpRoutes[place], limits.limit(Quota.INTEGRATIONS)));
        }
        if (!hasHttpApi || restResources[place] > 0) {
            uses.add(QuotaUse.timeless(Quota.RESOURCES, restResources[place], limits.limit(Quota.RESOURCES)));
        }
        QuotaUse paths = QuotaUse.timeless(Quota.BEHAVIOURS, behaviours[place], limits.limit(Quota.BEHAVIOURS));
        // A function at the edge needs no behaviour for each path.
        uses.add(new QuotaUse(
                paths.quota(), paths.used(), paths.limit(), null, null, null, paths.exceeded() && byBehaviours));
        uses.add(QuotaUse.timeless(
                Quota.TEMPLATE, RESOURCES_OF_A_FUNCTION * functions[place], limits.limit(Quota.TEMPLATE)));
    }
}
