package dev.pathrank.rank;

import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures that all candidates of a run are measured against (docs/score.md, "The four parts").
 *
 * @param maxOriginCalls of the candidate that has most of them
 * @param window first to last counted row of the run
 * @param countedCalls of the run, candidates or not
 */
record ScoreScale(long maxOriginCalls, Window window, long countedCalls) {
    /** A p95 up to this is as brief as can be. */
    private static final double SHORT_MS = 100;
    /** A p95 from this on is not brief at all: the REST API gives up here. */
    private static final double LONG_MS = 29_000;
    /** An endpoint with this part of all calls has the full risk of a large one. */
    private static final double LARGE_SHARE = 0.20;
    /** An endpoint with this part of 5xx answers has the full risk of a failing one. */
    private static final double MANY_ERRORS = 0.05;
    /** A p95 of at most this many times the p50 is fully predictable. */
    private static final double PREDICTABLE_RATIO = 2.0;

    static ScoreScale of(List<EndpointStats> candidates, Window window, long countedCalls) {
        long most =
                candidates.stream().mapToLong(EndpointStats::originCalls).max().orElse(0);
        return new ScoreScale(most, window, countedCalls);
    }

    /**
     * Measures a candidate.
     *
     * @param sensitive 0 to 1; 0 where nobody said anything
     * @param statedEase 0 to 1; null where nobody said anything
     */
    ScoreParts partsOf(EndpointStats stats, double sensitive, @Nullable Double statedEase) {
        boolean safe = MethodSemantics.isSafe(stats.method());
        return new ScoreParts(
                value(stats.originCalls()),
                new ScoreParts.Fit(uneven(stats), map(stats, durations -> brief(durations.p95Ms()))),
                new ScoreParts.Ease(
                        safe, stats.endpoint().placeholders(), map(stats, ScoreScale::predictable), statedEase),
                new ScoreParts.Risk(
                        sensitive,
                        atMostOne(new Ratio(stats.calls(), countedCalls).asDouble() / LARGE_SHARE),
                        !safe,
                        atMostOne(new Ratio(stats.traffic().failures().status5xx(), stats.calls()).asDouble()
                                / MANY_ERRORS)));
    }

    private double value(long originCalls) {
        // Without any origin call in the run there is nothing to take off the origin.
        return maxOriginCalls == 0 ? 0 : StrictMath.log(1.0 + originCalls) / StrictMath.log(1.0 + maxOriginCalls);
    }

    private @Nullable Double uneven(EndpointStats stats) {
        if (stats.peak().originCalls() == 0) {
            return null;
        }
        double mean = (double) stats.originCalls() / window.seconds();
        return 1 - atMostOne(mean / stats.peak().originCalls());
    }

    private static double brief(long p95Ms) {
        double clamped = Math.min(LONG_MS, Math.max(SHORT_MS, (double) p95Ms));
        return StrictMath.log(LONG_MS / clamped) / StrictMath.log(LONG_MS / SHORT_MS);
    }

    /** Returns 1 for calls that took no measurable time, because they all took the same time. */
    private static double predictable(DurationSummary durations) {
        return durations.p95Ms() == 0 ? 1 : atMostOne(PREDICTABLE_RATIO * durations.p50Ms() / durations.p95Ms());
    }

    private static double atMostOne(double part) {
        return Math.min(1, part);
    }

    private static @Nullable Double map(EndpointStats stats, Function<DurationSummary, Double> term) {
        return stats.durations().map(term).orElse(null);
    }
}
