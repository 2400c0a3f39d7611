package dev.pathrank.tally.seconds;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.util.Arrays;

/**
 * The stored form of {@link PerSecondCounts}: for each day its leaves in the order in which the trees were written, and
 * for each leaf its seconds with their sums.
 *
 * <p>A day may be larger than memory, and its runs are sorted by other numbers than those of the file, so a day is read
 * several times, each time for as many leaves as fit.
 */
public final class PerSecondCodec {
    /** Bytes of packed sums in memory at a time. */
    private static final long AT_ONCE = 16L << 20;

    private final PerSecondCounts seconds;
    private final int[] places;
    private final CborWriter out;
    private final long[] sums = new long[SecondField.values().length];

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
        long[] bytes = new long[leaves];
        seconds.forEach(day, (leaf, second, calls, code, sums) -> bytes[places[leaf]] += sums.length() + 3L);
        PackedGroups groups = new PackedGroups(seconds, places, leaves);
        int from = 0;
        while (from < leaves) {
            int to = from;
            long size = 0;
            while (to < leaves && (to == from || size + bytes[to] <= AT_ONCE)) {
                size += bytes[to++];
            }
            groups.gather(day, from, to);
            for (int place = from; place < to; place++) {
                if (groups.has(place)) {
                    leaf(place, groups.take(place, day));
                }
            }
            groups.release(from, to);
            from = to;
        }
    }

    /**
     * Writes a leaf's place, then for each second its distance from the one before times 4 plus the code of its
     * {@link SecondSums}, and the numbers that the code asks for.
     */
    private void leaf(int place, DaySeconds day) throws IOException {
        out.begin();
        out.number(place);
        int before = DaySeconds.FIRST;
        for (int i = 0; i < day.size(); i++) {
            int second = day.second(i);
            day.copy(second, sums);
            int mask = SecondSums.mask(sums);
            int code = SecondSums.code(sums, mask);
            out.number((long) (second - before) << SecondSums.CODE_BITS | code);
            SecondSums.write(sums, mask, code, out);
            before = second;
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
                left[leaf] -= readLeaf(sorted, day, leaf, left[leaf], in);
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

    /** Returns the calls of a leaf in a day, at most {@code most}. */
    private static long readLeaf(PerSecondCounts.Sorted sorted, long day, int leaf, long most, CborReader in)
            throws IOException {
        StoredSeconds check = new StoredSeconds(most);
        long[] sums = new long[SecondField.values().length];
        int second = DaySeconds.FIRST;
        boolean first = true;
        while (in.more()) {
            long entry = in.number(first ? 0 : 1 << SecondSums.CODE_BITS, (long) UtcDay.SECONDS * 2 << 2);
            first = false;
            second += (int) (entry >>> SecondSums.CODE_BITS);
            if (second >= UtcDay.SECONDS) {
                throw new DamagedFileException("has a second outside its day");
            }
            Arrays.fill(sums, 0);
            SecondSums.read(sums, (int) entry & (1 << SecondSums.CODE_BITS) - 1, most, in);
            check.add(second, sums);
            sorted.add(day, leaf, second, sums);
        }
        check.finish();
        return check.calls();
    }
}
