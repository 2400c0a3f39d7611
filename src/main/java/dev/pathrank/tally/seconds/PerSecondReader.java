package dev.pathrank.tally.seconds;

import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * A reader of the seconds of endpoints, day by day and within a day in an order that the caller chooses, as needed to
 * add up endpoints in a sequence. As many endpoints are collected at a time as fit a fixed part of memory.
 */
public final class PerSecondReader {
    /** Packed sums in memory at a time, in bytes. */
    private static final long AT_ONCE = 48L << 20;

    /** About what the sums of a second take when they are collected. */
    private static final long BYTES_A_SECOND = 12;

    private PerSecondReader() {}

    /**
     * Visits every day and place that has a call, days ascending, and places ascending within a day.
     *
     * @param placeOfLeaf the place of each leaf's endpoint, -1 for leaves that are not requested
     * @param originCalls of the endpoint at each place
     */
    public static void run(PerSecondCounts seconds, int[] placeOfLeaf, long[] originCalls, SecondsVisitor visitor)
            throws IOException {
        SortedSet<Long> days = seconds.days();
        PackedGroups places = new PackedGroups(seconds, placeOfLeaf, originCalls.length);
        List<int[]> parts = parts(originCalls);
        for (long day : days) {
            for (int[] part : parts) {
                places.gather(day, part[0], part[1]);
                for (int place = part[0]; place < part[1]; place++) {
                    if (places.has(place)) {
                        visitor.day(place, places.take(place, day));
                    }
                }
                if (parts.size() > 1) {
                    places.release(part[0], part[1]);
                }
            }
        }
    }

    /** Returns the ranges of neighbouring places that are collected together. */
    private static List<int[]> parts(long[] originCalls) {
        List<int[]> parts = new ArrayList<>();
        int from = 0;
        long bytes = 0;
        for (int place = 0; place < originCalls.length; place++) {
            long more = BYTES_A_SECOND * Math.min(originCalls[place], 2L * UtcDay.SECONDS);
            if (bytes > 0 && bytes + more > AT_ONCE) {
                parts.add(new int[] {from, place});
                from = place;
                bytes = 0;
            }
            bytes += more;
        }
        if (from < originCalls.length) {
            parts.add(new int[] {from, originCalls.length});
        }
        return parts;
    }
}
