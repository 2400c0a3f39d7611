package dev.pathrank.log.parquet;

import dev.pathrank.text.ByteSlice;

/** A reader of whole numbers with 7 bits in each byte, the lowest first (LEB128). */
abstract class VarintReader {
    final byte[] bytes;
    final int end;
    int at;

    /** @param numbers the bytes that may belong to a number */
    VarintReader(ByteSlice numbers) {
        this.bytes = numbers.array();
        this.at = numbers.from();
        this.end = numbers.to();
    }

    /**
     * Returns the next byte.
     *
     * @throws IllegalArgumentException if there is none
     */
    final byte nextByte() {
        if (at >= end) {
            throw new IllegalArgumentException("fewer numbers than values");
        }
        return bytes[at++];
    }

    /**
     * Moves over bytes.
     *
     * @throws IllegalArgumentException if fewer follow, or {@code count} is negative
     */
    final void skipBytes(long count) {
        checkLeft(count);
        at += (int) count;
    }

    /**
     * Checks a count of things of at least one byte each.
     *
     * @return {@code count}
     * @throws IllegalArgumentException if fewer bytes follow, or {@code count} is negative
     */
    final int checkLeft(long count) {
        if (count < 0 || count > end - at) {
            throw new IllegalArgumentException("a length of " + count + " where " + (end - at) + " bytes are left");
        }
        return (int) count;
    }

    /**
     * Returns a number without sign.
     *
     * @throws IllegalArgumentException if the bytes end within the number
     */
    final long varint() {
        long value = 0;
        int shift = 0;
        byte b;
        do {
            b = nextByte();
            value |= (long) (b & 0x7F) << shift;
            shift += 7;
        } while (b < 0 && shift < Long.SIZE);
        return value;
    }

    /** Returns a number whose sign is its lowest bit. */
    final long zigZag() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }
}
