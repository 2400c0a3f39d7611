package dev.pathrank.tally.seconds;

import dev.pathrank.text.ByteSlice;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The origin calls of each leaf in each second with their busy time and failures, from which exact peaks and calls in
 * flight are computed once the patterns are known.
 *
 * <p>A call is two numbers put into a buffer: its key, and its {@link BusyTime}. A full buffer is sorted by day, leaf
 * and second, packed to about five bytes a call and sealed as a {@link PackedRun}; runs beyond a budget lie in a
 * temporary file. Merging puts the runs side by side. A call that takes longer than a second has entries for its first
 * seconds too; they belong to the day in which it ended.
 */
public final class PerSecondCounts implements AutoCloseable {
    private static final int SECOND_BITS = 17;

    /** Leaves 22 bits for the day, which reach beyond the year 9999. */
    private static final int LEAF_BITS = 25;

    private static final int FIRST_BUFFER = 256;

    /** The longest run in bytes of entries that arrive sorted. */
    private static final int LONGEST_RUN = 1 << 18;

    private final LeafIds ids;
    private final int bufferSize;
    private final long inMemory;
    private final Path tmpDir;
    private long[] buffer = new long[FIRST_BUFFER];
    private int[] busyTimes = new int[FIRST_BUFFER];
    private int size;
    private final RadixSort sorting = new RadixSort();
    private final List<PackedRun> runs = new ArrayList<>();
    private final List<SpillFile> spills = new ArrayList<>();
    private long packedBytes;
    private long indexBytes;
    private @Nullable SpillFile spill;

    /**
     * @param mostBuffered calls that are held unpacked at most
     * @param mostPacked bytes of packed calls that are held in memory at most
     */
    public PerSecondCounts(LeafIds ids, int mostBuffered, long mostPacked, Path tmpDir) {
        this.ids = ids;
        this.bufferSize = mostBuffered;
        this.inMemory = mostPacked;
        this.tmpDir = tmpDir;
    }

    /**
     * Adds an origin call.
     *
     * @param leaf the leaf's number, from {@link LeafIds}
     * @param epochSecond in which it ended, from 1970 to 9999
     * @param endMs milliseconds after that second; negative where the log has none
     * @param durationMs how long it took; negative where it was not timed
     * @param flags bits of {@link CallFlag}
     */
    public void add(int leaf, long epochSecond, int endMs, int durationMs, int flags) throws IOException {
        if (leaf >= 1 << LEAF_BITS) {
            throw new IllegalStateException("more than " + (1 << LEAF_BITS) + " places were counted");
        }
        long day = epochSecond / UtcDay.SECONDS;
        int second = (int) (epochSecond % UtcDay.SECONDS);
        add(key(day, leaf, second), BusyTime.ofCall(durationMs, endMs, flags));
        if (durationMs >= 0 && BusyTime.isLong(durationMs, endMs)) {
            long first = BusyTime.first(durationMs, endMs);
            int from = second - BusyTime.firstBefore(durationMs, endMs);
            add(key(day, leaf, from), (int) first);
            if (first >>> Integer.SIZE != 0) {
                add(key(day, leaf, from - 1), (int) (first >>> Integer.SIZE));
            }
        }
    }

    private void add(long key, int busyTime) throws IOException {
        if (size == buffer.length) {
            if (size < bufferSize) {
                int larger = Math.min(bufferSize, 4 * size);
                buffer = Arrays.copyOf(buffer, larger);
                busyTimes = Arrays.copyOf(busyTimes, larger);
            } else {
                seal();
            }
        }
        buffer[size] = key;
        busyTimes[size++] = busyTime;
    }

    private static long key(long day, int leaf, int secondOfDay) {
        return (day << LEAF_BITS | leaf) << SECOND_BITS | secondOfDay - DaySeconds.FIRST;
    }

    static long day(long key) {
        return key >>> (LEAF_BITS + SECOND_BITS);
    }

    static int leaf(long key) {
        return (int) (key >>> SECOND_BITS) & (1 << LEAF_BITS) - 1;
    }

    static int secondOfDay(long key) {
        return ((int) key & (1 << SECOND_BITS) - 1) + DaySeconds.FIRST;
    }

    /**
     * Returns a writer for entries that arrive in the order of day, leaf and second; call {@link Sorted#finish} after
     * the last.
     */
    Sorted sorted() {
        return new Sorted();
    }

    /** A writer that packs sorted entries run by run. */
    final class Sorted {
        private PackedRun.Packer packer = new PackedRun.Packer(FIRST_BUFFER);

        /** @param sums by the ordinals of {@link SecondField} */
        void add(long day, int leaf, int secondOfDay, long[] sums) throws IOException {
            packer.put(key(day, leaf, secondOfDay), sums);
            if (packer.length() >= LONGEST_RUN) {
                finish();
            }
        }

        void finish() throws IOException {
            if (packer.length() > 0) {
                addRun(packer.finish(ids));
                packer = new PackedRun.Packer(FIRST_BUFFER);
            }
        }
    }

    private void addRun(PackedRun run) throws IOException {
        runs.add(run);
        packedBytes += run.packedBytes();
        indexBytes += run.indexBytes();
        if (packedBytes > inMemory) {
            spill();
        }
    }

    private void seal() throws IOException {
        if (size == 0) {
            return;
        }
        sorting.sort(buffer, busyTimes, size);
        buffer = sorting.keys();
        busyTimes = sorting.values();
        PackedRun run = PackedRun.pack(ids, buffer, busyTimes, size);
        size = 0;
        addRun(run);
    }

    /** Moves all runs to disk. */
    private void spill() throws IOException {
        SpillFile into = spill;
        if (into == null) {
            into = SpillFile.create(tmpDir);
            spills.add(into);
            spill = into;
        }
        for (PackedRun run : runs) {
            run.moveTo(into);
        }
        packedBytes = 0;
    }

    /** Adds everything that {@code other} holds; {@code other} is used up. */
    public void absorb(PerSecondCounts other) throws IOException {
        other.seal();
        other.buffer = new long[0];
        other.busyTimes = new int[0];
        other.sorting.release();
        runs.addAll(other.runs);
        spills.addAll(other.spills);
        packedBytes += other.packedBytes;
        indexBytes += other.indexBytes;
        other.runs.clear();
        other.spills.clear();
        if (packedBytes > inMemory) {
            spill();
        }
    }

    /** Returns the bytes in memory. */
    public long weight() {
        return packedBytes + indexBytes + (long) (Long.BYTES + Integer.BYTES) * buffer.length + sorting.weight();
    }

    /** Returns whether anything is on disk. */
    public boolean spilled() {
        return !spills.isEmpty();
    }

    /** Returns the days that have an origin call, as days since 1970-01-01, in order. */
    SortedSet<Long> days() throws IOException {
        seal();
        SortedSet<Long> days = new TreeSet<>();
        runs.forEach(run -> run.addDaysTo(days));
        return days;
    }

    /**
     * Shows a visitor the origin calls of every leaf and second of a day, more than once for the same if several runs
     * have it.
     */
    void forEachCalls(long day, CallVisitor visitor) throws IOException {
        seal();
        for (PackedRun run : runs) {
            run.forEachCalls(day, visitor);
        }
    }

    /** Shows a visitor the packed sums of every leaf and second of a day, as often as {@link #forEachCalls} does. */
    void forEach(long day, PackedVisitor visitor) throws IOException {
        seal();
        for (PackedRun run : runs) {
            run.forEach(day, visitor);
        }
    }

    /** A visitor of calls by second. */
    interface CallVisitor {
        /**
         * @param leaf the leaf's number in the tally that holds it now
         * @param secondOfDay 0 to 86,399
         * @param calls origin calls, at least 1
         */
        void calls(int leaf, int secondOfDay, long calls);
    }

    /** A visitor of packed sums by second. */
    interface PackedVisitor {
        /**
         * @param leaf the leaf's number in the tally that holds it now
         * @param secondOfDay {@link DaySeconds#FIRST} to 86,399
         * @param calls origin calls that ended in the second; may be 0
         * @param code of {@link SecondSums}
         * @param sums the bytes behind the code; the slice is reused for the next
         */
        void sums(int leaf, int secondOfDay, long calls, int code, ByteSlice sums);
    }

    @Override
    public void close() {
        spills.forEach(SpillFile::close);
        spills.clear();
        runs.clear();
    }
}
