package dev.pathrank.rank;

import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.tally.seconds.WeeklyCalls;
import dev.pathrank.time.UtcDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stability of an order: candidates are ranked again with each weight a fifth larger and smaller, and with each
 * week left out.
 *
 * <p>Leaving a week out changes the origin calls, the peak and the length of the window; everything else of an endpoint
 * stays.
 */
public final class Stability {
    private static final double CHANGE = 0.2;
    private static final long DAYS_A_WEEK = 7;

    private final List<RankedEndpoint> candidates;
    private final DeclaredEndpoints declared;
    private final RankOptions options;
    private final Window window;
    private final long countedCalls;
    private final WeeklyCalls weeks;
    private final Map<RankedEndpoint, RankRange> ranges = new HashMap<>();

    /** @param ranking the whole ranking; the other parameters are those it was made with */
    public Stability(
            List<RankedEndpoint> ranking,
            DeclaredEndpoints declared,
            RankOptions options,
            Window window,
            long countedCalls) {
        this.candidates = ranking.stream().filter(RankedEndpoint::isCandidate).toList();
        this.declared = declared;
        this.options = options;
        this.window = window;
        this.countedCalls = countedCalls;
        this.weeks = new WeeklyCalls(candidates.size());
    }

    /** Returns the endpoints whose seconds it needs, in this order. */
    public List<EndpointStats> endpoints() {
        return candidates.stream().map(RankedEndpoint::stats).toList();
    }

    /** Returns the visitor to show the seconds of {@link #endpoints()} to. */
    public DayVisitor visitor() {
        return weeks;
    }

    /** Returns the range of every candidate. Call it after the visitor has seen all seconds. */
    public Map<RankedEndpoint, RankRange> ranges() {
        for (RankedEndpoint row : candidates) {
            int rank = row.rank().orElseThrow();
            ranges.put(row, new RankRange(rank, rank, candidates.size()));
        }
        for (Weights weights : nearby(options.preset().weights())) {
            rank(endpoints(), window, weights);
        }
        if (weeks.weeks().size() > 1) {
            weeks.weeks().forEach(this::rankWithout);
        }
        return Map.copyOf(ranges);
    }

    /** Variants of the weights: each one a fifth larger and a fifth smaller, scaled back to a sum of 1. */
    private static List<Weights> nearby(Weights weights) {
        double[] all = {weights.value(), weights.fit(), weights.ease(), weights.risk()};
        List<Weights> nearby = new ArrayList<>();
        for (int changed = 0; changed < all.length; changed++) {
            for (double factor : new double[] {1 - CHANGE, 1 + CHANGE}) {
                double[] some = all.clone();
                some[changed] *= factor;
                double sum = some[0] + some[1] + some[2] + some[3];
                nearby.add(new Weights(some[0] / sum, some[1] / sum, some[2] / sum, some[3] / sum));
            }
        }
        return nearby;
    }

    private void rankWithout(long week, WeeklyCalls.Week left) {
        List<EndpointStats> rest = new ArrayList<>();
        for (int place = 0; place < candidates.size(); place++) {
            rest.add(without(candidates.get(place).stats(), place, left));
        }
        rank(rest, without(week), options.preset().weights());
    }

    private EndpointStats without(EndpointStats stats, int place, WeeklyCalls.Week left) {
        long peak = weeks.weeks().values().stream()
                .filter(week -> week != left)
                .mapToLong(week -> week.peak(place))
                .max()
                .orElse(0);
        return stats.withOriginCalls(stats.originCalls() - left.calls(place), peak);
    }

    private Window without(long week) {
        long begin = UtcDay.firstSecond(WeeklyCalls.firstDay(week));
        long end = begin + DAYS_A_WEEK * UtcDay.SECONDS;
        long cut = Math.min(end, window.lastSeen()) - Math.max(begin, window.firstSeen());
        return new Window(window.firstSeen(), window.lastSeen() - Math.max(0, cut));
    }

    /** Ranks once more and widens the ranges; the endpoints are in the order of the candidates. */
    private void rank(List<EndpointStats> endpoints, Window seen, Weights weights) {
        ScoreScale scale = ScoreScale.of(endpoints, seen, countedCalls);
        Map<Candidate, Integer> places = new HashMap<>();
        List<Candidate> ordered = new ArrayList<>();
        for (int place = 0; place < endpoints.size(); place++) {
            EndpointStats stats = endpoints.get(place);
            ScoreParts parts = scale.partsOf(stats, declared.sensitivity(stats), declared.ease(stats));
            Candidate candidate = new Candidate(stats, parts, parts.score(weights));
            ordered.add(candidate);
            places.put(candidate, place);
        }
        ordered.sort(options.order().comparator());
        for (int rank = 1; rank <= ordered.size(); rank++) {
            RankedEndpoint row = candidates.get(places.getOrDefault(ordered.get(rank - 1), -1));
            int found = rank;
            ranges.computeIfPresent(row, (key, range) -> range.with(found));
        }
    }
}
