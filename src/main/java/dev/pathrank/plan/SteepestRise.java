package dev.pathrank.plan;

import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.time.UtcDay;
import java.util.Arrays;

/**
 * The steepest rise of each endpoint's calls: the largest difference between the calls of a second and the fewest calls
 * in any of the ten seconds before it. Lambda must scale up at least that fast.
 */
final class SteepestRise implements DayVisitor {
    private static final int SPAN_SECONDS = 10;

    private final int[][] recent;
    private final long[] last;
    private final int[] unbroken;
    private final long[] most;
    private final long[] mostAt;

    SteepestRise(int endpoints) {
        recent = new int[endpoints][SPAN_SECONDS];
        last = new long[endpoints];
        unbroken = new int[endpoints];
        most = new long[endpoints];
        mostAt = new long[endpoints];
    }

    @Override
    public void day(int place, long day, int[] seconds, int[] calls, int size) {
        for (int i = 0; i < size; i++) {
            long second = UtcDay.firstSecond(day) + seconds[i];
            unbroken[place] = second == last[place] + 1 ? unbroken[place] + 1 : 0;
            // A second without calls among the ten before makes it a rise from zero.
            int quietest = unbroken[place] < SPAN_SECONDS
                    ? 0
                    : Arrays.stream(recent[place]).min().orElse(0);
            long rise = (long) calls[i] - quietest;
            if (rise > most[place]) {
                most[place] = rise;
                mostAt[place] = second;
            }
            recent[place][(int) (second % SPAN_SECONDS)] = calls[i];
            last[place] = second;
        }
    }

    long most(int place) {
        return most[place];
    }

    /** Returns the first such second since the epoch; meaningless where {@link #most} is 0. */
    long mostAt(int place) {
        return mostAt[place];
    }
}
