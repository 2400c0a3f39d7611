package dev.pathrank.tally.seconds;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A packed run of sorted counts by second: for each day the differences between keys, each with its count if that is
 * more than 1, as numbers of seven bits a byte.
 */
final class PackedRun {
    private static final int LONGEST_ENTRY = 20;

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

    /** Packs the first {@code size} of {@code sorted} keys. */
    static PackedRun pack(LeafIds ids, long[] sorted, int size) {
        Packer packer = new Packer(size);
        int i = 0;
        while (i < size) {
            int same = i + 1;
            while (same < size && sorted[same] == sorted[i]) {
                same++;
            }
            packer.put(sorted[i], same - i);
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

    void forEach(long day, PerSecondCounts.SecondVisitor visitor) throws IOException {
        int index = Arrays.binarySearch(days, (int) day);
        if (index < 0) {
            return;
        }
        int from = index == 0 ? 0 : ends[index - 1];
        int to = ends[index];
        byte[] bytes = packed != null
                ? Arrays.copyOfRange(packed, from, to)
                : Objects.requireNonNull(file).read(position + from, to - from);
        int[] at = {0};
        long key = 0;
        int leafBefore = -1;
        int found = -1;
        while (at[0] < bytes.length) {
            long entry = number(bytes, at);
            key += entry >>> 1;
            long calls = (entry & 1) == 0 ? 1 : number(bytes, at);
            int leaf = PerSecondCounts.leaf(key);
            if (leaf != leafBefore) {
                leafBefore = leaf;
                found = ids.find(leaf);
            }
            visitor.calls(found, PerSecondCounts.secondOfDay(key), calls);
        }
    }

    private static long number(byte[] bytes, int[] at) {
        long value = 0;
        int shift = 0;
        while (true) {
            byte b = bytes[at[0]++];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
            shift += 7;
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
            bytes = new byte[Math.max(LONGEST_ENTRY, 4 * entries)];
        }

        void put(long key, long calls) {
            if (PerSecondCounts.day(key) != day) {
                endDay();
                day = PerSecondCounts.day(key);
                before = 0;
            }
            if (length + LONGEST_ENTRY > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            number(key - before << 1 | (calls > 1 ? 1 : 0));
            if (calls > 1) {
                number(calls);
            }
            before = key;
        }

        private void number(long number) {
            long rest = number;
            while (rest >>> 7 != 0) {
                bytes[length++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
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
