package dev.pathrank.rank;

import dev.pathrank.tally.EndpointStats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The migration order: candidates by the chosen order, then every other row by calls, then what was never called. */
public final class Ranking {
    private final RankOptions options;
    private final DeclaredEndpoints declared;
    private final ScoreScale scale;
    private final Map<Long, Integer> placeByOriginCalls;
    private final List<RankedEndpoint> ranked = new ArrayList<>();
    private long running;

    private Ranking(RankOptions options, DeclaredEndpoints declared, ScoreScale scale, List<EndpointStats> candidates) {
        this.options = options;
        this.declared = declared;
        this.scale = scale;
        placeByOriginCalls = placeByOriginCalls(candidates);
    }

    /**
     * Ranks all endpoints of a run, given in any order.
     *
     * @param countedCalls all calls of the run: its counted rows, each for as many calls as it stands for
     * @throws IllegalArgumentException if the calls of the endpoints do not add up to {@code countedCalls}
     */
    public static List<RankedEndpoint> of(
            List<EndpointStats> endpoints, RankOptions options, Window window, long countedCalls) {
        return of(endpoints, DeclaredEndpoints.NONE, options, window, countedCalls);
    }

    /**
     * Ranks all endpoints of a run, and adds those that were declared and never called. Where no row counts, nothing is
     * known of them and none is added.
     *
     * @param countedCalls all calls of the run: its counted rows, each for as many calls as it stands for
     * @throws IllegalArgumentException if the calls of the endpoints do not add up to {@code countedCalls}
     */
    public static List<RankedEndpoint> of(
            List<EndpointStats> endpoints,
            DeclaredEndpoints declared,
            RankOptions options,
            Window window,
            long countedCalls) {
        return of(endpoints, declared, options, window, countedCalls, declared::sensitivity);
    }

    /**
     * @param sensitivity 0 to 1 for each endpoint: whether it handles sign-in or personal data, which logs do not show
     */
    static List<RankedEndpoint> of(
            List<EndpointStats> endpoints,
            DeclaredEndpoints declared,
            RankOptions options,
            Window window,
            long countedCalls,
            ToDoubleFunction<EndpointStats> sensitivity) {
        requireEveryCall(endpoints, countedCalls);
        Set<String> gets = endpoints.stream()
                .filter(stats -> stats.method().equals("GET"))
                .map(Ranking::path)
                .collect(Collectors.toSet());
        Map<Boolean, List<Judged>> judged = endpoints.stream()
                .map(stats -> new Judged(stats, Eligibility.of(stats, gets.contains(path(stats)))))
                .collect(Collectors.partitioningBy(Judged::isCandidate));
        List<EndpointStats> candidates =
                judged.getOrDefault(true, List.of()).stream().map(Judged::stats).toList();
        ScoreScale scale = ScoreScale.of(candidates, window, countedCalls);
        Ranking ranking = new Ranking(options, declared, scale, candidates);
        ranking.addCandidates(candidates, sensitivity);
        ranking.addRest(judged.getOrDefault(false, List.of()));
        if (countedCalls > 0) {
            ranking.addUnused(declared.unused(endpoints), declared.whyUnused(window));
        }
        return List.copyOf(ranking.ranked);
    }

    private static String path(EndpointStats stats) {
        return stats.host() + stats.pattern();
    }

    private static void requireEveryCall(List<EndpointStats> endpoints, long countedCalls) {
        long calls = endpoints.stream().mapToLong(EndpointStats::calls).sum();
        if (calls != countedCalls) {
            throw new IllegalArgumentException("the calls of all endpoints are " + calls + ", not the counted calls, "
                    + countedCalls + ": rows were lost or counted twice");
        }
    }

    private void addCandidates(List<EndpointStats> candidates, ToDoubleFunction<EndpointStats> sensitivity) {
        candidates.stream()
                .map(stats -> measure(stats, sensitivity.applyAsDouble(stats)))
                .sorted(options.order().comparator())
                .forEach(this::add);
    }

    private Candidate measure(EndpointStats stats, double sensitive) {
        ScoreParts parts = scale.partsOf(stats, sensitive, declared.ease(stats));
        return new Candidate(stats, parts, parts.score(options.preset().weights()));
    }

    private void add(Candidate candidate) {
        EndpointStats stats = candidate.stats();
        Placement placement = new Placement(ranked.size() + 1, candidate.score(), candidate.parts());
        List<Reason> reasons = ReasonText.of(candidate, placeByOriginCalls.getOrDefault(stats.originCalls(), 0));
        add(stats, new Eligibility(EndpointKind.ENDPOINT, Set.of()), placement, reasons);
    }

    private void addRest(List<Judged> rest) {
        rest.stream()
                .sorted(Comparator.comparing(Judged::stats, TieBreak.ORDER))
                .forEach(each -> add(
                        each.stats(),
                        each.eligibility(),
                        null,
                        ReasonText.of(each.eligibility().blockers(), each.stats())));
    }

    private void addUnused(List<EndpointStats> unused, List<Reason> why) {
        unused.stream().sorted(TieBreak.ORDER).forEach(stats -> add(stats, Eligibility.NEVER_CALLED, null, why));
    }

    private void add(
            EndpointStats stats, Eligibility eligibility, @Nullable Placement placement, List<Reason> reasons) {
        running += stats.calls();
        ranked.add(new RankedEndpoint(
                stats,
                eligibility.kind(),
                placement,
                eligibility.blockers(),
                reasons,
                share(stats.calls()),
                share(running),
                declared.has(stats)));
    }

    /** Returns the place for each count of origin calls: 1 + the candidates that have more. */
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
        return new Ratio(calls, scale.countedCalls());
    }

    private record Judged(EndpointStats stats, Eligibility eligibility) {
        boolean isCandidate() {
            return eligibility.isCandidate();
        }
    }
}
