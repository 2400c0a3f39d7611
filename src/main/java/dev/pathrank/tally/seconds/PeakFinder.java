package dev.pathrank.tally.seconds;

import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * A search for the most origin calls of each endpoint within one UTC second, and the first such second.
 *
 * <p>Busy endpoints are summed up day by day in an array of the day's seconds, as many at a time as fit a fixed part of
 * memory; quiet ones are found by sorting their few calls.
 */
public final class PeakFinder {
    /** Endpoints with more origin calls get arrays. */
    private static final int QUIET = 1 << 10;

    /** Arrays of a day's seconds in memory at a time: 128 of 345 KB. */
    private static final int BUSY_AT_ONCE = 128;

    /** Calls of quiet endpoints in memory at a time, 8 bytes each. */
    private static final int QUIET_AT_ONCE = 1 << 21;

    private final PerSecondCounts seconds;
    private final int[] endpointOfLeaf;
    private final long[] most;
    private final long[] at;

    /**
     * @param endpointOfLeaf the number of each leaf's endpoint, -1 for leaves that were absorbed
     * @param originCalls origin calls of each endpoint
     */
    public static PeakFinder of(PerSecondCounts seconds, int[] endpointOfLeaf, long[] originCalls) throws IOException {
        PeakFinder peaks = new PeakFinder(seconds, endpointOfLeaf, originCalls.length);
        SortedSet<Long> days = seconds.days();
        for (List<Integer> some : busy(originCalls)) {
            peaks.sumBusy(some, days);
        }
        for (List<Integer> some : quiet(originCalls)) {
            peaks.sortQuiet(some, days, originCalls);
        }
        return peaks;
    }

    private PeakFinder(PerSecondCounts seconds, int[] endpointOfLeaf, int endpoints) {
        this.seconds = seconds;
        this.endpointOfLeaf = endpointOfLeaf;
        this.most = new long[endpoints];
        this.at = new long[endpoints];
    }

    /** Returns most origin calls in a second; 0 where there is none. */
    public long most(int endpoint) {
        return most[endpoint];
    }

    /** Returns the first second with that many calls, since the epoch. */
    public long at(int endpoint) {
        return at[endpoint];
    }

    private static List<List<Integer>> busy(long[] originCalls) {
        List<Integer> all = IntStream.range(0, originCalls.length)
                .filter(e -> originCalls[e] > QUIET)
                .boxed()
                .sorted(Comparator.comparingLong((Integer e) -> -originCalls[e]))
                .toList();
        List<List<Integer>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BUSY_AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + BUSY_AT_ONCE)));
        }
        return parts;
    }

    private static List<List<Integer>> quiet(long[] originCalls) {
        List<List<Integer>> parts = new ArrayList<>();
        long calls = QUIET_AT_ONCE;
        for (int endpoint = 0; endpoint < originCalls.length; endpoint++) {
            if (originCalls[endpoint] > 0 && originCalls[endpoint] <= QUIET) {
                if (calls + originCalls[endpoint] > QUIET_AT_ONCE) {
                    parts.add(new ArrayList<>());
                    calls = 0;
                }
                parts.get(parts.size() - 1).add(endpoint);
                calls += originCalls[endpoint];
            }
        }
        return parts;
    }

    private int[] places(List<Integer> endpoints) {
        int[] places = new int[most.length];
        Arrays.fill(places, -1);
        for (int i = 0; i < endpoints.size(); i++) {
            places[endpoints.get(i)] = i;
        }
        return places;
    }

    private void sumBusy(List<Integer> endpoints, SortedSet<Long> days) throws IOException {
        int[] places = places(endpoints);
        int[][] counts = new int[endpoints.size()][];
        for (long day : days) {
            seconds.forEachCalls(day, (leaf, secondOfDay, calls) -> {
                int endpoint = endpointOfLeaf[leaf];
                int place = places[endpoint];
                if (place >= 0) {
                    if (counts[place] == null) {
                        counts[place] = new int[UtcDay.SECONDS];
                    }
                    int[] ofDay = counts[place];
                    ofDay[secondOfDay] = Math.addExact(ofDay[secondOfDay], Math.toIntExact(calls));
                    take(endpoint, UtcDay.firstSecond(day) + secondOfDay, ofDay[secondOfDay]);
                }
            });
            for (int[] count : counts) {
                if (count != null) {
                    Arrays.fill(count, 0);
                }
            }
        }
    }

    private void sortQuiet(List<Integer> endpoints, SortedSet<Long> days, long[] originCalls) throws IOException {
        int[] places = places(endpoints);
        long[][] calledAt = new long[endpoints.size()][];
        int[] sizes = new int[endpoints.size()];
        for (long day : days) {
            seconds.forEachCalls(day, (leaf, secondOfDay, calls) -> {
                int endpoint = endpointOfLeaf[leaf];
                int place = places[endpoint];
                if (place >= 0) {
                    if (calledAt[place] == null) {
                        calledAt[place] = new long[(int) originCalls[endpoint]];
                    }
                    int from = sizes[place];
                    sizes[place] += (int) calls;
                    Arrays.fill(calledAt[place], from, sizes[place], UtcDay.firstSecond(day) + secondOfDay);
                }
            });
        }
        for (int i = 0; i < calledAt.length; i++) {
            if (calledAt[i] != null) {
                takeSorted(endpoints.get(i), calledAt[i]);
            }
        }
    }

    private void takeSorted(int endpoint, long[] calledAt) {
        Arrays.sort(calledAt);
        int from = 0;
        for (int i = 1; i <= calledAt.length; i++) {
            if (i == calledAt.length || calledAt[i] != calledAt[from]) {
                take(endpoint, calledAt[from], i - from);
                from = i;
            }
        }
    }

    /**
     * Notes a sum. One that still grows is noted again, so the largest in the end belongs to the first second that
     * reaches it.
     */
    private void take(int endpoint, long second, long calls) {
        if (calls > most[endpoint] || calls == most[endpoint] && second < at[endpoint]) {
            most[endpoint] = calls;
            at[endpoint] = second;
        }
    }
}
