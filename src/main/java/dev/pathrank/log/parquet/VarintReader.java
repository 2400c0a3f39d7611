package dev.pathrank.log.parquet;

/** A place in bytes that hold whole numbers of 7 bits a byte, the lowest first (LEB128). */
abstract class VarintReader {
    final byte[] bytes;
    final int end;
    int at;

    /** @param end place behind the last byte that may be part of a number */
    VarintReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** @throws IllegalArgumentException if the bytes end within the number */
    final long varint() {
        long value = 0;
        int shift = 0;
        byte b;
        do {
            if (at >= end) {
                throw new IllegalArgumentException("fewer numbers than values");
            }
            b = bytes[at++];
            value |= (long) (b & 0x7F) << shift;
            shift += 7;
        } while (b < 0 && shift < Long.SIZE);
        return value;
    }

    /** A number whose sign is its lowest bit. */
    final long zigZag() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }
}
