package dev.pathrank.tally.seconds;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.util.Arrays;

/**
 * The stored form of {@link PerSecondCounts}: for each day its leaves in the order in which the trees were written, and
 * for each leaf its seconds with their origin calls.
 *
 * <p>A day may be larger than memory, and its runs are sorted by other numbers than those of the file, so a day is read
 * several times, each time for as many leaves as fit.
 */
public final class PerSecondCodec {
    /** Seconds sorted in memory at a time, 8 bytes each. */
    private static final int AT_ONCE = 1 << 21;

    private static final int CALLS_BITS = 46;

    private final PerSecondCounts seconds;
    private final int[] places;
    private final CborWriter out;

    private PerSecondCodec(PerSecondCounts seconds, int[] places, CborWriter out) {
        this.seconds = seconds;
        this.places = places;
        this.out = out;
    }

    /**
     * @param places the place in the file of each leaf, by its number
     * @param leaves how many there are in the file
     */
    public static void write(PerSecondCounts seconds, int[] places, int leaves, CborWriter out) throws IOException {
        PerSecondCodec file = new PerSecondCodec(seconds, places, out);
        out.begin();
        for (long day : seconds.days()) {
            out.begin();
            out.number(day);
            file.day(day, leaves);
            out.end();
        }
        out.end();
    }

    private void day(long day, int leaves) throws IOException {
        int[] entries = new int[leaves];
        seconds.forEach(day, (leaf, second, calls) -> entries[places[leaf]]++);
        int from = 0;
        while (from < leaves) {
            int to = from;
            long size = 0;
            while (to < leaves && (to == from || size + room(entries[to]) <= AT_ONCE)) {
                size += room(entries[to++]);
            }
            part(day, entries, from, to, (int) size);
            from = to;
        }
    }

    /** Returns the numbers to reserve for a leaf: one that has entries in many runs needs no more than one a second. */
    private static int room(int entries) {
        return Math.min(entries, UtcDay.SECONDS);
    }

    /** Writes the leaves from {@code from} to {@code to}, exclusive. */
    private void part(long day, int[] entries, int from, int to, int size) throws IOException {
        long[] found = new long[size];
        int[] starts = new int[to - from + 1];
        for (int i = from; i < to; i++) {
            starts[i - from + 1] = starts[i - from] + room(entries[i]);
        }
        int[] next = Arrays.copyOf(starts, to - from);
        seconds.forEach(day, (leaf, second, calls) -> {
            int place = places[leaf] - from;
            if (place >= 0 && place < to - from) {
                if (entries[from + place] > UtcDay.SECONDS) {
                    found[starts[place] + second] += calls;
                } else {
                    found[next[place]++] = (long) second << CALLS_BITS | calls;
                }
            }
        });
        for (int i = 0; i < to - from; i++) {
            if (entries[from + i] > UtcDay.SECONDS) {
                mark(found, starts[i]);
            }
            leaf(from + i, found, starts[i], starts[i + 1]);
        }
    }

    /** Adds the second to each count by second. */
    private static void mark(long[] found, int from) {
        for (int second = 0; second < UtcDay.SECONDS; second++) {
            found[from + second] |= (long) second << CALLS_BITS;
        }
    }

    /**
     * Writes a leaf's place, then for each second twice its distance from the one before, plus 1 where a count other
     * than 1 follows.
     */
    private void leaf(int place, long[] found, int from, int to) throws IOException {
        if (from == to) {
            return;
        }
        Arrays.sort(found, from, to);
        out.begin();
        out.number(place);
        long before = 0;
        int at = from;
        while (at < to) {
            long second = found[at] >>> CALLS_BITS;
            long calls = 0;
            for (; at < to && found[at] >>> CALLS_BITS == second; at++) {
                calls += found[at] & (1L << CALLS_BITS) - 1;
            }
            if (calls > 0) {
                out.number(second - before << 1 | (calls == 1 ? 0 : 1));
                if (calls != 1) {
                    out.number(calls);
                }
                before = second;
            }
        }
        out.end();
    }

    /**
     * Reads into {@code seconds}, which must be empty; its leaves are numbered as they are in the file.
     *
     * @param left origin calls of each leaf, which is what its seconds must add up to; used up
     */
    public static void readInto(PerSecondCounts seconds, long[] left, CborReader in) throws IOException {
        PerSecondCounts.Sorted sorted = seconds.sorted();
        long nextDay = 0;
        in.begin();
        while (in.more()) {
            in.begin();
            long day = in.number(nextDay, UtcDay.LAST);
            nextDay = day + 1;
            long nextLeaf = 0;
            while (in.more()) {
                in.begin();
                int leaf = (int) in.number(nextLeaf, left.length - 1L);
                nextLeaf = leaf + 1L;
                left[leaf] = readLeaf(sorted, day, leaf, left[leaf], in);
                in.end();
            }
            in.end();
        }
        in.end();
        if (Arrays.stream(left).anyMatch(calls -> calls != 0)) {
            throw new DamagedFileException("has seconds that do not add up to its calls");
        }
        sorted.finish();
    }

    /** Returns what is left of {@code most} calls. */
    private static long readLeaf(PerSecondCounts.Sorted sorted, long day, int leaf, long most, CborReader in)
            throws IOException {
        long left = most;
        int second = -1;
        while (in.more()) {
            long entry = in.number(second < 0 ? 0 : 2, 2L * UtcDay.SECONDS - 1);
            second = Math.max(second, 0) + (int) (entry >>> 1);
            if (second >= UtcDay.SECONDS) {
                throw new DamagedFileException("has a second outside its day");
            }
            long calls = (entry & 1) == 0 ? 1 : in.number(2, left);
            left -= calls;
            if (left < 0) {
                throw new DamagedFileException("has seconds that do not add up to its calls");
            }
            sorted.add(day, leaf, second, calls);
        }
        return left;
    }
}
