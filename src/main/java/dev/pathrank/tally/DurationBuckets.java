package dev.pathrank.tally;

import java.util.Arrays;

/**
 * The fixed buckets that durations are counted in: every whole millisecond its own up to 100 ms, above that each bucket
 * at most 2 % wide, so that its middle is within 1 % of everything in it.
 */
final class DurationBuckets {
    private static final int EXACT_UP_TO = 100;
    private static final double GROWTH = 1.0198;

    /** The longest duration that a row can have, 24 days. */
    private static final int LONGEST = Integer.MAX_VALUE;

    private static final int[] LOWEST = lowest();

    /** Durations below this are looked up, those above are searched for. */
    private static final int LOOKED_UP = 8192;

    private static final short[] LOOKUP = lookup();

    private DurationBuckets() {}

    static int count() {
        return LOWEST.length;
    }

    /** @param ms whole milliseconds, not negative */
    static int of(int ms) {
        return ms < LOOKED_UP ? LOOKUP[ms] : search(ms);
    }

    /** Returns the middle of a bucket in whole milliseconds. */
    static long middle(int bucket) {
        long low = LOWEST[bucket];
        long high = bucket + 1 < LOWEST.length ? LOWEST[bucket + 1] - 1L : LONGEST;
        return (low + high) / 2;
    }

    /** Returns a number that changes with the buckets. */
    static int schema() {
        return Arrays.hashCode(LOWEST);
    }

    private static int search(int ms) {
        int found = Arrays.binarySearch(LOWEST, ms);
        return found >= 0 ? found : -found - 2;
    }

    private static int[] lowest() {
        int[] bounds = new int[4096];
        int count = 0;
        for (long low = 0;
                low <= LONGEST;
                low = low < EXACT_UP_TO ? low + 1 : Math.max(low + 1, (long) (low * GROWTH))) {
            bounds[count++] = (int) low;
        }
        return Arrays.copyOf(bounds, count);
    }

    private static short[] lookup() {
        short[] table = new short[LOOKED_UP];
        for (int ms = 0; ms < LOOKED_UP; ms++) {
            table[ms] = (short) search(ms);
        }
        return table;
    }
}
