package dev.pathrank.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A range of bytes that is passed on as one value: {@code array[from, to)}.
 *
 * <p>It can be {@linkplain #set set} to another range, so that a loop over rows makes no object for each of them. What keeps a slice beyond
 * the call that it was handed to must copy the bytes with {@link #toByteArray}.
 */
public final class ByteSlice {
    private static final byte[] EMPTY = {};

    private byte[] array = EMPTY;
    private int from;
    private int to;

    /** An empty slice, to be set. */
    public ByteSlice() {}

    /**
     * The bytes {@code array[from, to)}, not copied.
     *
     * @throws IndexOutOfBoundsException if the range does not lie within the array
     */
    public ByteSlice(byte[] array, int from, int to) {
        set(array, from, to);
    }

    /** All of {@code array}, not copied. */
    public static ByteSlice of(byte[] array) {
        return new ByteSlice(array, 0, array.length);
    }

    /** The UTF-8 bytes of {@code text}. */
    public static ByteSlice of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Refers to other bytes from now on.
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

    /** The array that holds the bytes, and others beside them. */
    public byte[] array() {
        return array;
    }

    /** The place of the first byte in {@link #array}. */
    public int from() {
        return from;
    }

    /** The place behind the last byte in {@link #array}. */
    public int to() {
        return to;
    }

    /** Returns the number of bytes. */
    public int length() {
        return to - from;
    }

    /** Whether there are no bytes. */
    public boolean isEmpty() {
        return from == to;
    }

    /** Returns the byte at {@code index}, from 0 to {@link #length} - 1. */
    public byte at(int index) {
        return array[from + index];
    }

    /** Copies the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, from, to);
    }

    /** Whether the bytes are exactly {@code other}. */
    public boolean contentEquals(byte[] other) {
        return Arrays.equals(array, from, to, other, 0, other.length);
    }

    /** Whether both have the same bytes, wherever they stand. */
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

    /** The bytes as text, a character for each byte. */
    @Override
    public String toString() {
        return new String(array, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
