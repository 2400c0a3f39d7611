package dev.pathrank.tally;

/**
 * The durations of an endpoint's timed origin calls.
 *
 * @param count timed origin calls, at least 1
 * @param sumMs exact sum of whole milliseconds
 * @param sumRoundedMs exact sum with each duration rounded up to 100 ms, as AWS billed until 2020
 * @param p50Ms the ⌈0.5·count⌉-th smallest in milliseconds, within 1 %
 * @param maxMs exact maximum
 * @param from the log fields they come from, joined by {@code +}
 */
public record DurationSummary(
        long count, long sumMs, long sumRoundedMs, long p50Ms, long p95Ms, long p99Ms, long maxMs, String from) {
    public DurationSummary {
        if (count < 1) {
            throw new IllegalArgumentException("count must be positive: " + count);
        }
    }
}
