package dev.pathrank.plan.load;

import java.util.Arrays;

/**
 * The steepest rise of each endpoint's load: the largest difference between a second and the least in any of the ten
 * seconds before it. Lambda must scale up at least that fast.
 */
final class SteepestRise {
    private static final int SPAN_SECONDS = 10;
    private static final long NEVER = -2;

    private final long[][] recent;
    private final long[] last;
    private final int[] unbroken;
    private final long[] most;
    private final long[] mostAt;

    SteepestRise(int endpoints) {
        recent = new long[endpoints][SPAN_SECONDS];
        last = new long[endpoints];
        Arrays.fill(last, NEVER);
        unbroken = new int[endpoints];
        most = new long[endpoints];
        mostAt = new long[endpoints];
    }

    /** Adds a second, later than all before, and returns the rise to it. */
    long second(int place, long second, long load) {
        unbroken[place] = second == last[place] + 1 ? unbroken[place] + 1 : 0;
        // A second without load among the ten before makes it a rise from zero.
        long least = 0;
        if (unbroken[place] >= SPAN_SECONDS) {
            least = Long.MAX_VALUE;
            for (long each : recent[place]) {
                least = Math.min(least, each);
            }
        }
        long rise = load - least;
        if (rise > most[place]) {
            most[place] = rise;
            mostAt[place] = second;
        }
        recent[place][(int) (second % SPAN_SECONDS)] = load;
        last[place] = second;
        return rise;
    }

    long most(int place) {
        return most[place];
    }

    /** Returns the first such second since the epoch; meaningless where {@link #most} is 0. */
    long mostAt(int place) {
        return mostAt[place];
    }
}
