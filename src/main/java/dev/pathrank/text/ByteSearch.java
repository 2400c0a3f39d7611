package dev.pathrank.text;

import java.util.Arrays;

/** Searches for bytes in a range of an array, eight bytes at a time. Ranges are given by the indices of an array. */
public final class ByteSearch {
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private ByteSearch() {}

    /** Returns the index of the first {@code wanted} in {@code [from, to)}, or -1. */
    public static int indexOf(byte wanted, byte[] bytes, int from, int to) {
        long pattern = (wanted & 0xFF) * ONES;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long hits = hits(LittleEndian.longAt(bytes, at) ^ pattern);
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        if (at < to && at <= bytes.length - Long.BYTES) {
            // The word also holds bytes after the range; the mask drops them.
            long hits = hits(LittleEndian.longAt(bytes, at) ^ pattern) & (1L << Byte.SIZE * (to - at)) - 1;
            return hits == 0 ? -1 : at + (Long.numberOfTrailingZeros(hits) >>> 3);
        }
        for (; at < to; at++) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    /** Returns the index in the array of the first {@code wanted} of a slice, or -1. */
    public static int indexOf(byte wanted, ByteSlice text) {
        return indexOf(wanted, text.array(), text.from(), text.to());
    }

    /** Returns the index of the first {@code wanted}, which is not empty, in {@code [from, to)}, or -1. */
    public static int indexOf(byte[] wanted, byte[] bytes, int from, int to) {
        int last = to - wanted.length;
        for (int at = from; at <= last; at++) {
            at = indexOf(wanted[0], bytes, at, last + 1);
            if (at < 0 || Arrays.equals(wanted, 0, wanted.length, bytes, at, at + wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    /** Returns whether one of two bytes is in a slice. */
    public static boolean hasOneOf(byte one, byte other, ByteSlice text) {
        byte[] bytes = text.array();
        int to = text.to();
        long onePattern = (one & 0xFF) * ONES;
        long otherPattern = (other & 0xFF) * ONES;
        int at = text.from();
        long found = 0;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long word = LittleEndian.longAt(bytes, at);
            found |= hits(word ^ onePattern) | hits(word ^ otherPattern);
        }
        if (at < to && at <= bytes.length - Long.BYTES) {
            long word = LittleEndian.longAt(bytes, at);
            found |= (hits(word ^ onePattern) | hits(word ^ otherPattern)) & (1L << Byte.SIZE * (to - at)) - 1;
            return found != 0;
        }
        for (; at < to; at++) {
            found |= bytes[at] == one || bytes[at] == other ? 1 : 0;
        }
        return found != 0;
    }

    /** Returns how many bytes of {@code [from, to)} are {@code wanted}. */
    public static int count(byte wanted, byte[] bytes, int from, int to) {
        long pattern = (wanted & 0xFF) * ONES;
        int count = 0;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            count += Long.bitCount(hits(LittleEndian.longAt(bytes, at) ^ pattern));
        }
        for (; at < to; at++) {
            count += bytes[at] == wanted ? 1 : 0;
        }
        return count;
    }

    /** Returns the high bit of every byte of {@code word} that is {@code wanted}. */
    public static long hits(long word, byte wanted) {
        return hits(word ^ (wanted & 0xFF) * ONES);
    }

    /** Returns the high bit of every byte of {@code word} that is zero. It is exact: no carry leaves a byte. */
    private static long hits(long word) {
        return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
    }
}
