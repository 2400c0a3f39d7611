package dev.pathrank.log.parquet;

import dev.pathrank.text.ByteSlice;

/** A decoder of Parquet's hybrid of run-length encoding and bit packing. */
final class RleDecoder extends VarintReader {
    private static final int GROUP = 8;

    private final int width;
    private long left;
    private boolean packed;
    private int repeated;
    private long bit;

    /** @param width bits of each number, 0 to 32 */
    RleDecoder(ByteSlice numbers, int width) {
        super(numbers);
        if (width < 0 || width > Integer.SIZE) {
            throw new IllegalArgumentException("numbers of " + width + " bits");
        }
        this.width = width;
    }

    /** Returns a decoder of the same numbers. Called before the first {@link #next()}. */
    RleDecoder again() {
        return new RleDecoder(new ByteSlice(bytes, at, end), width);
    }

    int next() {
        if (width == 0) {
            return 0;
        }
        if (left == 0) {
            begin();
        }
        left--;
        if (!packed) {
            return repeated;
        }
        int value = BitUnpacker.unsigned(bytes, bit, width, end);
        bit += width;
        return value;
    }

    private void begin() {
        long head = varint();
        packed = (head & 1) != 0;
        left = head >>> 1;
        if (left == 0 || left > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a run of " + left + " numbers");
        }
        if (packed) {
            bit = (long) at * Byte.SIZE;
            at += (int) Math.min(end - at, left * width); // writers may leave out the end of the last group
            left *= GROUP;
        } else {
            repeated = 0;
            for (int i = 0; i < (width + 7) / Byte.SIZE; i++) {
                repeated |= (nextByte() & 0xFF) << (Byte.SIZE * i);
            }
        }
    }
}
