package dev.pathrank.log.parquet;

/** Reads numbers of any width in bits, the lowest bit first. */
final class BitUnpacker {
    private BitUnpacker() {}

    /** Returns the number of {@code width} bits, 0 to 32, from a bit on; bits from byte {@code end} on are 0. */
    static int unsigned(byte[] bytes, long bit, int width, int end) {
        return (int) number(bytes, bit, width, end);
    }

    /** As {@link #unsigned}, up to 64 bits wide. */
    static long number(byte[] bytes, long bit, int width, int end) {
        long value = 0;
        int have = 0;
        int at = (int) (bit >>> 3);
        int skip = (int) (bit & 7);
        while (have < width) {
            long next = at < end ? (bytes[at] & 0xFFL) >>> skip : 0;
            value |= next << have;
            have += Byte.SIZE - skip;
            skip = 0;
            at++;
        }
        return width == Long.SIZE ? value : value & (1L << width) - 1;
    }
}
