package dev.pathrank.plan;

import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.time.UtcDay;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The largest load that endpoints cause in one second: for the first endpoint of the sequence, for the first two, and
 * so on.
 *
 * <p>Within a day the seconds of the first endpoint are added up, then those of the second on top, and so on. As sums
 * only grow along the sequence, the largest sum of the first k endpoints is reached by the last of them that has a call
 * in that second; so it is the running maximum of the sums found when each endpoint was added. One day's seconds are in
 * memory.
 */
final class CoincidingLoad implements DayVisitor {
    private static final long NEVER = Long.MAX_VALUE;

    private final LoadType load;
    private final long[] ofOneCall;
    private final long[] bounds;
    private final long[] running = new long[UtcDay.SECONDS];
    private long day = Long.MIN_VALUE;
    private final long[] most;
    private final long[] mostAt;
    private final long[][] firstAbove;

    /**
     * @param ofOneCall load of one call of each endpoint, in the load's unit
     * @param bounds amounts for which to find the first second above them
     */
    CoincidingLoad(LoadType load, long[] ofOneCall, List<Long> bounds) {
        this.load = load;
        this.ofOneCall = ofOneCall;
        this.bounds = bounds.stream().mapToLong(Long::longValue).toArray();
        this.most = new long[ofOneCall.length];
        this.mostAt = new long[ofOneCall.length];
        this.firstAbove = new long[this.bounds.length][ofOneCall.length];
        Arrays.stream(firstAbove).forEach(seconds -> Arrays.fill(seconds, NEVER));
    }

    @Override
    public void day(int place, long newDay, int[] seconds, int[] calls, int size) {
        if (newDay != day) {
            day = newDay;
            Arrays.fill(running, 0);
        }
        long each = ofOneCall[place];
        if (each == 0) {
            return;
        }
        for (int i = 0; i < size; i++) {
            int second = seconds[i];
            long sum = plus(running[second], times(each, calls[i]));
            running[second] = sum;
            if (sum > most[place]) {
                most[place] = sum;
                mostAt[place] = at(second);
            }
            for (int bound = 0; bound < bounds.length; bound++) {
                if (sum > bounds[bound] && firstAbove[bound][place] == NEVER) {
                    firstAbove[bound][place] = at(second);
                }
            }
        }
    }

    private long at(int second) {
        return UtcDay.firstSecond(day) + second;
    }

    /** Returns the sum, at most {@link Long#MAX_VALUE}; still the same in any order. */
    static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    static long times(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    /**
     * Replaces the maximum found for each endpoint by that of all endpoints up to it. Call it once, after the last day.
     */
    void finish() {
        for (int place = 1; place < most.length; place++) {
            boolean before = most[place - 1] > most[place]
                    || most[place - 1] == most[place] && mostAt[place - 1] < mostAt[place];
            if (before) {
                most[place] = most[place - 1];
                mostAt[place] = mostAt[place - 1];
            }
            for (long[] first : firstAbove) {
                first[place] = Math.min(first[place], first[place - 1]);
            }
        }
    }

    LoadType load() {
        return load;
    }

    /** Returns the most within one second of the endpoints up to {@code place}, in the load's unit. */
    long most(int place) {
        return most[place];
    }

    /** Returns when that was first, in seconds since the epoch; null where it is 0. */
    @Nullable
    Long mostAt(int place) {
        return most[place] == 0 ? null : mostAt[place];
    }

    /**
     * Returns when the endpoints up to {@code place} first used more than the bound of that number; null where they
     * never did.
     */
    @Nullable
    Long firstAbove(int bound, int place) {
        long first = firstAbove[bound][place];
        return first == NEVER ? null : first;
    }
}
