package dev.pathrank.tally;

import java.util.List;

/**
 * The durations of timed origin calls in fixed classes, each at most 2 % wide, so that any order statistic is known
 * within 1 %.
 */
public final class DurationDistribution {
    /** No call was timed. */
    public static final DurationDistribution NONE = new DurationDistribution(new long[0], 0, "");

    /** The upper bounds of the ranges of a {@linkplain #histogram histogram}, in milliseconds. */
    public static final List<Long> BOUNDS_MS =
            List.of(10L, 20L, 50L, 100L, 200L, 500L, 1_000L, 2_000L, 5_000L, 10_000L, 29_000L);

    private final long[] calls;
    private final long count;
    private final long maxMs;
    private final String from;

    /**
     * @param calls by the number of their class
     * @param from the log fields that the durations are from, joined by {@code +}
     */
    DurationDistribution(long[] calls, long maxMs, String from) {
        this.calls = calls;
        this.maxMs = maxMs;
        this.from = from;
        long sum = 0;
        for (long each : calls) {
            sum += each;
        }
        this.count = sum;
    }

    /** Returns the number of timed calls. */
    public long count() {
        return count;
    }

    /** Returns the log fields that the durations are from, joined by {@code +}; empty where none was timed. */
    public String from() {
        return from;
    }

    /**
     * Returns the duration at a place in ascending order, in whole milliseconds within 1 %.
     *
     * @param place 1 to {@link #count()}; a smaller or larger place stands for the nearest of these
     */
    public long atPlace(long place) {
        return Math.min(DurationBuckets.middle(classAt(place)), maxMs);
    }

    /** Returns the number of the class of {@link #atPlace}: neighbouring classes have neighbouring numbers. */
    public int classAt(long place) {
        long wanted = Math.max(1, Math.min(count, place));
        long seen = 0;
        for (int at = 0; at < calls.length; at++) {
            seen += calls[at];
            if (seen >= wanted) {
                return at;
            }
        }
        throw new IllegalStateException("no call was timed");
    }

    /** Returns the ⌈percent·count/100⌉-th smallest duration in milliseconds. */
    public long quantile(int percent) {
        return atPlace(place(percent));
    }

    /** Returns the place of a quantile in ascending order. */
    public long place(int percent) {
        return Math.floorDiv(Math.multiplyExact(count, percent) + 99, 100);
    }

    /** Returns the calls that took at most each of {@link #BOUNDS_MS}, within 1 %, and last those that took longer. */
    long[] histogram() {
        long[] ranges = new long[BOUNDS_MS.size() + 1];
        int range = 0;
        for (int at = 0; at < calls.length; at++) {
            if (calls[at] > 0) {
                while (range < BOUNDS_MS.size() && DurationBuckets.middle(at) > BOUNDS_MS.get(range)) {
                    range++;
                }
                ranges[range] += calls[at];
            }
        }
        return ranges;
    }

    /** Returns the variance of the durations in square milliseconds. */
    public double variance() {
        double sum = 0;
        double squares = 0;
        for (int at = 0; at < calls.length; at++) {
            double ms = DurationBuckets.middle(at);
            sum += calls[at] * ms;
            squares += calls[at] * ms * ms;
        }
        return count == 0 ? 0 : Math.max(0, squares / count - sum / count * (sum / count));
    }
}
