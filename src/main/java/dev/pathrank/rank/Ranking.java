package dev.pathrank.rank;

import dev.pathrank.tally.EndpointStats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The migration order: candidates by the chosen order, then every other row by calls, then what was never called. */
public final class Ranking {
    private final RankOptions options;
    private final DeclaredEndpoints declared;
    private final ScoreScale yardstick;
    private final Map<Long, Integer> placeByOriginCalls;
    private final List<RankedEndpoint> ranked = new ArrayList<>();
    private long running;

    private Ranking(
            RankOptions options, DeclaredEndpoints declared, ScoreScale yardstick, List<EndpointStats> candidates) {
        this.options = options;
        this.declared = declared;
        this.yardstick = yardstick;
        placeByOriginCalls = placeByOriginCalls(candidates);
    }

    /**
     * Ranks all endpoints of a run; their order does not matter.
     *
     * @param countedRows of the run
     * @throws IllegalArgumentException if the calls of the endpoints do not add up to {@code countedRows}
     */
    public static List<RankedEndpoint> of(
            List<EndpointStats> endpoints, RankOptions options, Window window, long countedRows) {
        return of(endpoints, DeclaredEndpoints.NONE, options, window, countedRows);
    }

    /**
     * Ranks all endpoints of a run, and adds those that were declared and never called. Where no row counts, nothing is known of any and none is added.
     *
     * @param countedRows of the run
     * @throws IllegalArgumentException if the calls of the endpoints do not add up to {@code countedRows}
     */
    public static List<RankedEndpoint> of(
            List<EndpointStats> endpoints,
            DeclaredEndpoints declared,
            RankOptions options,
            Window window,
            long countedRows) {
        return of(endpoints, declared, options, window, countedRows, declared::sensitivity);
    }

    /** @param sensitivity 0 to 1 for each endpoint: whether it handles sign-in or personal data, which no log tells */
    static List<RankedEndpoint> of(
            List<EndpointStats> endpoints,
            DeclaredEndpoints declared,
            RankOptions options,
            Window window,
            long countedRows,
            ToDoubleFunction<EndpointStats> sensitivity) {
        requireEveryRow(endpoints, countedRows);
        Map<Boolean, List<Judged>> judged = endpoints.stream()
                .map(stats -> new Judged(stats, Eligibility.of(stats)))
                .collect(Collectors.partitioningBy(Judged::isCandidate));
        List<EndpointStats> candidates =
                judged.get(true).stream().map(Judged::stats).toList();
        ScoreScale yardstick = ScoreScale.of(candidates, window, countedRows);
        Ranking ranking = new Ranking(options, declared, yardstick, candidates);
        ranking.addCandidates(candidates, sensitivity);
        ranking.addRest(judged.get(false));
        if (countedRows > 0) {
            ranking.addUnused(declared.unused(endpoints), declared.whyUnused(window));
        }
        return List.copyOf(ranking.ranked);
    }

    private static void requireEveryRow(List<EndpointStats> endpoints, long countedRows) {
        long calls = endpoints.stream().mapToLong(EndpointStats::calls).sum();
        if (calls != countedRows) {
            throw new IllegalArgumentException("the calls of all endpoints are " + calls + ", not the counted rows, "
                    + countedRows + ": rows were lost or counted twice");
        }
    }

    private void addCandidates(List<EndpointStats> candidates, ToDoubleFunction<EndpointStats> sensitivity) {
        candidates.stream()
                .map(stats -> measure(stats, sensitivity.applyAsDouble(stats)))
                .sorted(options.order().comparator())
                .forEach(this::add);
    }

    private Candidate measure(EndpointStats stats, double sensitive) {
        ScoreParts parts = yardstick.partsOf(stats, sensitive, declared.ease(stats));
        return new Candidate(stats, parts, parts.score(options.preset().weights()));
    }

    private void add(Candidate candidate) {
        EndpointStats stats = candidate.stats();
        ranked.add(new RankedEndpoint(
                stats,
                OptionalInt.of(ranked.size() + 1),
                EndpointKind.ENDPOINT,
                OptionalDouble.of(candidate.score()),
                Optional.of(candidate.parts()),
                ReasonText.of(candidate, placeByOriginCalls.get(stats.originCalls())),
                share(stats.calls()),
                cumulativeShare(stats.calls()),
                declared.has(stats)));
    }

    private void addRest(List<Judged> rest) {
        rest.stream()
                .sorted((left, right) -> TieBreak.ORDER.compare(left.stats(), right.stats()))
                .forEach(this::add);
    }

    private void add(Judged excluded) {
        EndpointStats stats = excluded.stats();
        ranked.add(new RankedEndpoint(
                stats,
                OptionalInt.empty(),
                excluded.standing().kind(),
                OptionalDouble.empty(),
                Optional.empty(),
                excluded.standing().obstacle().orElseThrow(),
                share(stats.calls()),
                cumulativeShare(stats.calls()),
                declared.has(stats)));
    }

    private void addUnused(List<EndpointStats> unused, String why) {
        Eligibility standing = new Eligibility(EndpointKind.UNUSED, Optional.of(why));
        addRest(unused.stream().map(stats -> new Judged(stats, standing)).toList());
    }

    /** For each count of origin calls, 1 + the candidates that have more. */
    private static Map<Long, Integer> placeByOriginCalls(List<EndpointStats> candidates) {
        long[] ascending = candidates.stream()
                .mapToLong(EndpointStats::originCalls)
                .sorted()
                .toArray();
        Map<Long, Integer> places = new HashMap<>();
        for (int above = 0; above < ascending.length; above++) {
            places.putIfAbsent(ascending[ascending.length - 1 - above], 1 + above);
        }
        return places;
    }

    private Ratio share(long calls) {
        return new Ratio(calls, yardstick.countedRows());
    }

    private Ratio cumulativeShare(long calls) {
        running += calls;
        return share(running);
    }

    private record Judged(EndpointStats stats, Eligibility standing) {
        boolean isCandidate() {
            return standing.obstacle().isEmpty();
        }
    }
}
