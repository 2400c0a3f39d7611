package dev.pathrank.tally.seconds;

import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A packed run of sorted sums by second: for each day the differences between keys, each with the {@link SecondSums} of
 * its leaf and second, as numbers of seven bits a byte.
 */
final class PackedRun {
    private static final int LONGEST_ENTRY = 10 + SecondSums.MOST_BYTES;

    private final LeafIds ids;
    /** The days that have entries, ascending, and the index after the entries of each in the packed bytes. */
    private final int[] days;

    private final int[] ends;
    /** Null once the bytes are on disk. */
    private byte @Nullable [] packed;
    /** Null while the bytes are in memory. */
    private @Nullable SpillFile file;

    private long position;

    private PackedRun(LeafIds ids, int[] days, int[] ends, byte[] packed) {
        this.ids = ids;
        this.days = days;
        this.ends = ends;
        this.packed = packed;
    }

    /** Packs the first {@code size} of sorted keys with their entries of {@link BusyTime}. */
    static PackedRun pack(LeafIds ids, long[] keys, int[] entries, int size) {
        Packer packer = new Packer(size);
        long[] sums = new long[SecondField.values().length];
        int i = 0;
        while (i < size) {
            int same = i + 1;
            while (same < size && keys[same] == keys[i]) {
                same++;
            }
            if (same == i + 1 && BusyTime.isPlain(entries[i])) {
                packer.putOne(keys[i], entries[i]);
            } else {
                for (int j = i; j < same; j++) {
                    BusyTime.addTo(sums, entries[j]);
                }
                packer.put(keys[i], sums);
                Arrays.fill(sums, 0);
            }
            i = same;
        }
        return packer.finish(ids);
    }

    /** Adds the days that have entries. */
    void addDaysTo(Set<Long> all) {
        for (int day : days) {
            all.add((long) day);
        }
    }

    /** Returns the bytes of the index of days, which stays in memory. */
    long indexBytes() {
        return (long) Integer.BYTES * (days.length + ends.length);
    }

    /** Returns the bytes held in memory; 0 once on disk. */
    long packedBytes() {
        return packed == null ? 0 : packed.length;
    }

    void moveTo(SpillFile spill) throws IOException {
        if (packed != null) {
            position = spill.append(packed);
            file = spill;
            packed = null;
        }
    }

    /** Shows a visitor the origin calls of every leaf and second of a day. */
    void forEachCalls(long day, PerSecondCounts.CallVisitor visitor) throws IOException {
        forEach(day, (leaf, second, calls, code, sums) -> {
            if (calls > 0) {
                visitor.calls(leaf, second, calls);
            }
        });
    }

    /** Shows a visitor the packed sums of every leaf and second of a day. */
    void forEach(long day, PerSecondCounts.PackedVisitor visitor) throws IOException {
        int index = Arrays.binarySearch(days, (int) day);
        if (index < 0) {
            return;
        }
        int from = index == 0 ? 0 : ends[index - 1];
        int to = ends[index];
        boolean inMemory = packed != null;
        byte[] bytes = inMemory
                ? Objects.requireNonNull(packed)
                : Objects.requireNonNull(file).read(position + from, to - from);
        ByteSlice sums = inMemory ? new ByteSlice(bytes, from, to) : ByteSlice.of(bytes);
        SecondSums.Cursor cursor = new SecondSums.Cursor(sums);
        long key = 0;
        int leafBefore = -1;
        int found = -1;
        while (cursor.more()) {
            long entry = cursor.number();
            key += entry >>> SecondSums.CODE_BITS;
            int code = (int) entry & (1 << SecondSums.CODE_BITS) - 1;
            int body = cursor.at();
            long calls = cursor.calls(code);
            int leaf = PerSecondCounts.leaf(key);
            if (leaf != leafBefore) {
                leafBefore = leaf;
                found = ids.find(leaf);
            }
            visitor.sums(found, PerSecondCounts.secondOfDay(key), calls, code, sums.set(bytes, body, cursor.at()));
        }
    }

    /** A writer of entries, which must arrive in their order. */
    static final class Packer {
        private int[] days = new int[2];
        private int[] ends = new int[2];
        private int dayCount;
        private byte[] bytes;
        private int length;
        private long before;
        private long day = -1;
        private int dayFrom;

        Packer(int entries) {
            bytes = new byte[Math.max(LONGEST_ENTRY, 6 * entries)];
        }

        /** Adds one call of which nothing rare is counted. */
        void putOne(long key, int entry) {
            boolean timed = BusyTime.kind(entry) == BusyTime.SHORT;
            begin(key, timed ? SecondSums.ONE_SHORT : SecondSums.ONE_UNTIMED);
            if (timed) {
                length = SecondSums.put(BusyTime.ms(entry), bytes, length);
                length = SecondSums.put(BusyTime.msBefore(entry), bytes, length);
            }
        }

        void put(long key, long[] sums) {
            int mask = SecondSums.mask(sums);
            int code = SecondSums.code(sums, mask);
            begin(key, code);
            length = SecondSums.pack(sums, mask, code, bytes, length);
        }

        private void begin(long key, int code) {
            if (PerSecondCounts.day(key) != day) {
                endDay();
                day = PerSecondCounts.day(key);
                before = 0;
            }
            if (length + LONGEST_ENTRY > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            length = SecondSums.put(key - before << SecondSums.CODE_BITS | code, bytes, length);
            before = key;
        }

        private void endDay() {
            if (length > dayFrom) {
                if (dayCount == days.length) {
                    days = Arrays.copyOf(days, 2 * dayCount);
                    ends = Arrays.copyOf(ends, 2 * dayCount);
                }
                days[dayCount] = (int) day;
                ends[dayCount++] = length;
            }
            dayFrom = length;
        }

        int length() {
            return length;
        }

        PackedRun finish(LeafIds ids) {
            endDay();
            return new PackedRun(
                    ids, Arrays.copyOf(days, dayCount), Arrays.copyOf(ends, dayCount), Arrays.copyOf(bytes, length));
        }
    }
}
