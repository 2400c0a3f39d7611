package dev.pathrank.plan;

import dev.pathrank.plan.route.BehaviourReach;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.MethodSemantics;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.tally.EndpointStats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The hazards of an endpoint that come from other endpoints of its host. */
final class NeighbourHazards {
    private final Map<RankedEndpoint, Integer> waves;
    /** Endpoints by pattern, of each host. */
    private final Map<String, SortedMap<String, List<RankedEndpoint>>> byHost = new HashMap<>();

    private final Map<String, BehaviourReach> reachByHost = new HashMap<>();

    NeighbourHazards(List<RankedEndpoint> ranking, Map<RankedEndpoint, Integer> waves) {
        this.waves = Map.copyOf(waves);
        for (RankedEndpoint row : ranking) {
            EndpointStats stats = row.stats();
            boolean companion = MethodSemantics.isCompanion(stats.method());
            if (stats.isCalled() && (row.kind() == EndpointKind.ENDPOINT || companion)) {
                byHost.computeIfAbsent(stats.host(), host -> new TreeMap<>())
                        .computeIfAbsent(stats.pattern(), pattern -> new ArrayList<>(1))
                        .add(row);
            }
        }
        byHost.forEach((host, rows) -> reachByHost.put(host, new BehaviourReach(rows.keySet())));
    }

    /** Adds the hazards of an endpoint that moves; none for any other, nor for a companion. */
    void add(List<HazardFinding> seen, RankedEndpoint row) {
        Integer wave = waves.get(row);
        if (wave == null || MethodSemantics.isCompanion(row.stats().method())) {
            return;
        }
        SortedMap<String, List<RankedEndpoint>> all =
                byHost.getOrDefault(row.stats().host(), new TreeMap<>());
        List<RankedEndpoint> samePath = all.getOrDefault(row.stats().pattern(), List.of());
        add(
                seen,
                Hazard.HEAD_AND_OPTIONS,
                calls(
                        samePath,
                        other -> MethodSemantics.isCompanion(other.stats().method())));
        add(
                seen,
                Hazard.METHODS_SPLIT,
                calls(
                        samePath,
                        other -> !MethodSemantics.isCompanion(other.stats().method())
                                && !Objects.equals(wave, waves.get(other))));
        wide(seen, row.stats(), all);
    }

    private void wide(List<HazardFinding> seen, EndpointStats stats, SortedMap<String, List<RankedEndpoint>> all) {
        BehaviourReach reach = reachByHost.get(stats.host());
        List<String> taken = reach == null ? List.of() : reach.alsoTaken(stats.pattern());
        long calls = taken.stream()
                .mapToLong(other -> calls(all.getOrDefault(other, List.of()), each -> true))
                .sum();
        if (calls > 0) {
            seen.add(new HazardFinding(Hazard.WIDE_BEHAVIOUR, calls, taken));
        }
    }

    private static void add(List<HazardFinding> seen, Hazard hazard, long calls) {
        if (calls > 0) {
            seen.add(HazardFinding.of(hazard, calls));
        }
    }

    private static long calls(List<RankedEndpoint> rows, Predicate<RankedEndpoint> which) {
        return rows.stream().filter(which).mapToLong(row -> row.stats().calls()).sum();
    }
}
