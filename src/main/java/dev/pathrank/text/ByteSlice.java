package dev.pathrank.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A range of bytes as one value: {@code array[from, to)}.
 *
 * <p>A slice can be {@linkplain #set(byte[], int, int) set} to another range, so that a loop needs no object for each
 * range. Code that keeps bytes beyond the call that received the slice must copy them with {@link #toByteArray}.
 */
public final class ByteSlice {
    private static final byte[] EMPTY = {};

    private byte[] array = EMPTY;
    private int from;
    private int to;

    /** Makes an empty slice. */
    public ByteSlice() {}

    /**
     * Makes a slice of {@code array[from, to)}. The bytes are not copied.
     *
     * @throws IndexOutOfBoundsException if the range does not lie within the array
     */
    public ByteSlice(byte[] array, int from, int to) {
        set(array, from, to);
    }

    /** Returns a slice of all of {@code array}. The bytes are not copied. */
    public static ByteSlice of(byte[] array) {
        return new ByteSlice(array, 0, array.length);
    }

    /** Returns a slice of the UTF-8 bytes of {@code text}. */
    public static ByteSlice of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Changes the range to {@code bytes[begin, end)}.
     *
     * @return this slice
     * @throws IndexOutOfBoundsException if the range does not lie within the array
     */
    public ByteSlice set(byte[] bytes, int begin, int end) {
        if (begin < 0 || begin > end || end > bytes.length) {
            throw new IndexOutOfBoundsException("[" + begin + ", " + end + ") of " + bytes.length + " bytes");
        }
        array = bytes;
        from = begin;
        to = end;
        return this;
    }

    /**
     * Changes the range to that of {@code other}.
     *
     * @return this slice
     */
    public ByteSlice set(ByteSlice other) {
        array = other.array;
        from = other.from;
        to = other.to;
        return this;
    }

    /** Returns the array that holds the bytes, usually among others. */
    public byte[] array() {
        return array;
    }

    /** Returns the index of the first byte in {@link #array}. */
    public int from() {
        return from;
    }

    /** Returns the index after the last byte in {@link #array}. */
    public int to() {
        return to;
    }

    /** Returns the number of bytes. */
    public int length() {
        return to - from;
    }

    /** Returns whether the range is empty. */
    public boolean isEmpty() {
        return from == to;
    }

    /** Returns the byte at {@code index}, from 0 to {@link #length} - 1. */
    public byte at(int index) {
        return array[from + index];
    }

    /** Returns a copy of the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, from, to);
    }

    /** Returns whether the bytes are exactly {@code other}. */
    public boolean contentEquals(byte[] other) {
        return contentEquals(other, other.length);
    }

    /** Returns whether the bytes are exactly the first {@code length} of {@code other}. */
    public boolean contentEquals(byte[] other, int length) {
        // Most texts differ in length or in the first byte, which is cheaper to compare here.
        return to - from == length && (length == 0 || array[from] == other[0] && sameBytes(array, from, other, length));
    }

    /** Compares texts that are short, so that the call behind {@link Arrays#equals} costs more than the comparison. */
    private static boolean sameBytes(byte[] bytes, int from, byte[] other, int length) {
        int last = length - Long.BYTES;
        if (last < 0) {
            return sameFewBytes(bytes, from, other, length);
        }
        for (int at = 0; at < last; at += Long.BYTES) {
            if (LittleEndian.longAt(bytes, from + at) != LittleEndian.longAt(other, at)) {
                return false;
            }
        }
        return LittleEndian.longAt(bytes, from + last) == LittleEndian.longAt(other, last);
    }

    private static boolean sameFewBytes(byte[] bytes, int from, byte[] other, int length) {
        int at = 0;
        while (at < length && bytes[from + at] == other[at]) {
            at++;
        }
        return at == length;
    }

    /** Returns whether the bytes begin with {@code prefix}. */
    public boolean startsWith(byte[] prefix) {
        return to - from >= prefix.length && Arrays.equals(array, from, from + prefix.length, prefix, 0, prefix.length);
    }

    /** Returns whether both slices hold the same bytes, in whatever arrays. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ByteSlice slice && Arrays.equals(array, from, to, slice.array, slice.from, slice.to);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    /** Returns the bytes as text of one character a byte (ISO 8859-1). */
    @Override
    public String toString() {
        return new String(array, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
