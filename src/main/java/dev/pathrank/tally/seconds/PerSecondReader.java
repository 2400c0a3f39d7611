package dev.pathrank.tally.seconds;

import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;

/**
 * A reader of the seconds of endpoints, day by day and within a day in an order that the caller chooses, as needed to
 * add up endpoints in a sequence. Busy endpoints are collected in an array of the day's seconds, quiet ones call by
 * call, as many at a time as fit a fixed part of memory.
 */
public final class PerSecondReader {
    /** Endpoints with more origin calls get arrays. */
    private static final int QUIET = 1 << 12;

    /** Arrays of a day's seconds in memory at a time: 128 of 345 KB. */
    private static final int BUSY_AT_ONCE = 128;

    /** Calls of quiet endpoints in memory at a time, 4 bytes each. */
    private static final int QUIET_AT_ONCE = 1 << 22;

    private final PerSecondCounts seconds;
    private final int[] placeOfLeaf;
    private final int[][] gathered;
    private final int[] sizes;
    private final boolean[] busy;
    private final int[] secondsOfDay = new int[UtcDay.SECONDS];
    private final int[] callsOfSecond = new int[UtcDay.SECONDS];

    private PerSecondReader(PerSecondCounts seconds, int[] placeOfLeaf, long[] originCalls) {
        this.seconds = seconds;
        this.placeOfLeaf = placeOfLeaf;
        this.gathered = new int[originCalls.length][];
        this.sizes = new int[originCalls.length];
        this.busy = new boolean[originCalls.length];
        for (int place = 0; place < busy.length; place++) {
            busy[place] = originCalls[place] > QUIET;
        }
    }

    /**
     * Visits every day and place that has a call, days ascending, and places ascending within a day.
     *
     * @param placeOfLeaf the place of each leaf's endpoint, -1 for leaves that are not requested
     * @param originCalls of the endpoint at each place
     */
    public static void run(PerSecondCounts seconds, int[] placeOfLeaf, long[] originCalls, DayVisitor visitor)
            throws IOException {
        SortedSet<Long> days = seconds.days();
        PerSecondReader replay = new PerSecondReader(seconds, placeOfLeaf, originCalls);
        List<int[]> parts = replay.parts(originCalls);
        for (long day : days) {
            for (int[] part : parts) {
                replay.gather(day, part[0], part[1]);
                for (int place = part[0]; place < part[1]; place++) {
                    replay.hand(place, day, visitor);
                }
                if (parts.size() > 1) {
                    Arrays.fill(replay.gathered, part[0], part[1], null);
                }
            }
        }
    }

    /** Returns the ranges of neighbouring places that are collected together. */
    private List<int[]> parts(long[] originCalls) {
        List<int[]> parts = new ArrayList<>();
        int from = 0;
        int arrays = 0;
        long quietCalls = 0;
        for (int place = 0; place < originCalls.length; place++) {
            arrays += busy[place] ? 1 : 0;
            quietCalls += busy[place] ? 0 : originCalls[place];
            if (arrays > BUSY_AT_ONCE || quietCalls > QUIET_AT_ONCE) {
                parts.add(new int[] {from, place});
                from = place;
                arrays = busy[place] ? 1 : 0;
                quietCalls = busy[place] ? 0 : originCalls[place];
            }
        }
        if (from < originCalls.length) {
            parts.add(new int[] {from, originCalls.length});
        }
        return parts;
    }

    private void gather(long day, int from, int to) throws IOException {
        seconds.forEach(day, (leaf, second, calls) -> {
            int place = placeOfLeaf[leaf];
            if (place >= from && place < to) {
                if (busy[place]) {
                    count(place, second, calls);
                } else {
                    append(place, second, calls);
                }
            }
        });
    }

    private void count(int place, int second, long calls) {
        if (gathered[place] == null) {
            gathered[place] = new int[UtcDay.SECONDS];
        }
        gathered[place][second] += Math.toIntExact(calls);
        sizes[place] = UtcDay.SECONDS;
    }

    private void append(int place, int second, long calls) {
        int end = sizes[place] + (int) calls;
        if (gathered[place] == null) {
            gathered[place] = new int[Math.max(4, end)];
        } else if (end > gathered[place].length) {
            gathered[place] = Arrays.copyOf(gathered[place], Math.max(end, 2 * gathered[place].length));
        }
        Arrays.fill(gathered[place], sizes[place], end, second);
        sizes[place] = end;
    }

    private void hand(int place, long day, DayVisitor visitor) {
        if (sizes[place] == 0) {
            return;
        }
        int size = busy[place] ? takeCounted(gathered[place]) : takeSorted(gathered[place], sizes[place]);
        sizes[place] = 0;
        visitor.day(place, day, secondsOfDay, callsOfSecond, size);
    }

    private int takeCounted(int[] counts) {
        int size = 0;
        for (int second = 0; second < counts.length; second++) {
            if (counts[second] != 0) {
                secondsOfDay[size] = second;
                callsOfSecond[size++] = counts[second];
                counts[second] = 0;
            }
        }
        return size;
    }

    private int takeSorted(int[] calledAt, int count) {
        Arrays.sort(calledAt, 0, count);
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (size > 0 && secondsOfDay[size - 1] == calledAt[i]) {
                callsOfSecond[size - 1]++;
            } else {
                secondsOfDay[size] = calledAt[i];
                callsOfSecond[size++] = 1;
            }
        }
        return size;
    }
}
