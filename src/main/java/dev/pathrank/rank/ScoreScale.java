package dev.pathrank.rank;

import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What all candidates of a run are measured against (terms: migration-order reference, section 4, on origin calls).
 *
 * @param maxOriginCalls of the candidate that has most of them
 * @param window first to last counted row of the run
 * @param countedRows of the run, candidates or not
 */
record ScoreScale(long maxOriginCalls, Window window, long countedRows) {
    // RFC 9110, section 9.2.1. HEAD and OPTIONS are no candidates, but the parts are right for them as well.
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final double SHORT_MS = 100;
    private static final double LONG_MS = 29_000;
    private static final double LARGE_SHARE = 0.20;
    private static final double MANY_ERRORS = 0.05;

    static ScoreScale of(List<EndpointStats> candidates, Window window, long countedRows) {
        long most =
                candidates.stream().mapToLong(EndpointStats::originCalls).max().orElse(0);
        return new ScoreScale(most, window, countedRows);
    }

    /** @param sensitive 0 to 1; 0 where nobody said anything */
    ScoreParts partsOf(EndpointStats stats, double sensitive) {
        return partsOf(stats, sensitive, OptionalDouble.empty());
    }

    /** @param statedEase 0 to 1; empty where nobody said anything */
    ScoreParts partsOf(EndpointStats stats, double sensitive, OptionalDouble statedEase) {
        return new ScoreParts(
                value(stats.originCalls()),
                uneven(stats),
                map(stats, durations -> brief(durations.p95Ms())),
                map(stats, ScoreScale::predictable),
                SAFE_METHODS.contains(stats.method()),
                stats.endpoint().placeholders(),
                sensitive,
                atMostOne(new Ratio(stats.calls(), countedRows).asDouble() / LARGE_SHARE),
                atMostOne(new Ratio(stats.traffic().failures().status5xx(), stats.calls()).asDouble() / MANY_ERRORS),
                statedEase);
    }

    private double value(long originCalls) {
        // Without any origin call in the run there is nothing to take off the backend.
        return maxOriginCalls == 0 ? 0 : StrictMath.log(1.0 + originCalls) / StrictMath.log(1.0 + maxOriginCalls);
    }

    private OptionalDouble uneven(EndpointStats stats) {
        if (stats.peak().originCalls() == 0) {
            return OptionalDouble.empty();
        }
        double mean = (double) stats.originCalls() / window.seconds();
        return OptionalDouble.of(1 - atMostOne(mean / stats.peak().originCalls()));
    }

    private static double brief(long p95Ms) {
        double clamped = Math.min(LONG_MS, Math.max(SHORT_MS, (double) p95Ms));
        return StrictMath.log(LONG_MS / clamped) / StrictMath.log(LONG_MS / SHORT_MS);
    }

    /** Calls that took no measurable time all took the same time. */
    private static double predictable(DurationSummary durations) {
        return durations.p95Ms() == 0 ? 1 : atMostOne(2.0 * durations.p50Ms() / durations.p95Ms());
    }

    private static double atMostOne(double part) {
        return Math.min(1, part);
    }

    private static OptionalDouble map(EndpointStats stats, ToDoubleFunction<DurationSummary> term) {
        return stats.durations().stream().mapToDouble(term).findFirst();
    }
}
