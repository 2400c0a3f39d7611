package dev.pathrank.tally.seconds;

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
 * The number of origin calls of each leaf in each second, from which exact peaks are computed once the patterns are
 * known.
 *
 * <p>A call is one number put into a buffer. A full buffer is sorted by day, leaf and second, packed to about three
 * bytes a call and sealed as a {@link PackedRun}; runs beyond a budget lie in a temporary file. Merging puts the runs
 * side by side.
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
     * @param epochSecond from 1970 to 9999
     */
    public void add(int leaf, long epochSecond) throws IOException {
        if (leaf >= 1 << LEAF_BITS) {
            throw new IllegalStateException("more than " + (1 << LEAF_BITS) + " places were counted");
        }
        if (size == buffer.length) {
            if (size < bufferSize) {
                buffer = Arrays.copyOf(buffer, Math.min(bufferSize, 4 * size));
            } else {
                seal();
            }
        }
        long day = epochSecond / UtcDay.SECONDS;
        buffer[size++] = (day << LEAF_BITS | leaf) << SECOND_BITS | epochSecond % UtcDay.SECONDS;
    }

    static long day(long key) {
        return key >>> (LEAF_BITS + SECOND_BITS);
    }

    static int leaf(long key) {
        return (int) (key >>> SECOND_BITS) & (1 << LEAF_BITS) - 1;
    }

    static int secondOfDay(long key) {
        return (int) key & (1 << SECOND_BITS) - 1;
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

        void add(long day, int leaf, int secondOfDay, long calls) throws IOException {
            packer.put((day << LEAF_BITS | leaf) << SECOND_BITS | secondOfDay, calls);
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
        buffer = sorting.sort(buffer, size);
        PackedRun run = PackedRun.pack(ids, buffer, size);
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
        return packedBytes + indexBytes + (long) Long.BYTES * buffer.length + sorting.weight();
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
     * Calls {@code visitor} for every leaf and second of a day, more than once for the same if several runs have it.
     */
    void forEach(long day, SecondVisitor visitor) throws IOException {
        seal();
        for (PackedRun run : runs) {
            run.forEach(day, visitor);
        }
    }

    /** A visitor of counts by second. */
    interface SecondVisitor {
        /**
         * @param leaf the leaf's number in the tally that holds it now
         * @param secondOfDay 0 to 86,399
         * @param calls origin calls, at least 1
         */
        void calls(int leaf, int secondOfDay, long calls);
    }

    @Override
    public void close() {
        spills.forEach(SpillFile::close);
        spills.clear();
        runs.clear();
    }
}
