package dev.pathrank.log.parquet;

/** A reader of whole numbers with 7 bits in each byte, the lowest first (LEB128). */
abstract class VarintReader {
    final byte[] bytes;
    final int end;
    int at;

    /** @param end index after the last byte that may belong to a number */
    VarintReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
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
            if (at >= end) {
                throw new IllegalArgumentException("fewer numbers than values");
            }
            b = bytes[at++];
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
