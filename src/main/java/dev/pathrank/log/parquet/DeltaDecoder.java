package dev.pathrank.log.parquet;

import dev.pathrank.text.ByteSlice;

/** A decoder of {@code DELTA_BINARY_PACKED}, for all numbers of a page at once. */
final class DeltaDecoder extends VarintReader {
    private long block;
    private long miniBlocks;

    DeltaDecoder(ByteSlice numbers) {
        super(numbers);
    }

    /** Returns the index after the numbers. */
    int position() {
        return at;
    }

    /** A receiver of numbers in their order. */
    interface Sink {
        void put(int index, long value);
    }

    /**
     * Decodes all numbers, which are lengths and therefore not negative.
     *
     * @param most the number of lengths above which the page counts as damaged
     */
    int[] lengths(int most) {
        int[] lengths = new int[begin(most)];
        decode(lengths.length, (index, value) -> lengths[index] = length(value));
        return lengths;
    }

    /**
     * Reads how many numbers there are.
     *
     * @param most largest number of numbers
     */
    int begin(int most) {
        block = varint();
        miniBlocks = varint();
        long count = varint();
        if (count < 0 || count > most || block <= 0 || miniBlocks <= 0 || block % miniBlocks != 0) {
            throw new IllegalArgumentException(count + " numbers");
        }
        return (int) count;
    }

    /** Decodes as many numbers as {@link #begin} returned. */
    void decode(int count, Sink sink) {
        long value = zigZag();
        int done = 0;
        if (count > 0) {
            sink.put(done++, value);
        }
        long inMiniBlock = block / miniBlocks;
        while (done < count) {
            long least = zigZag();
            int widths = at;
            skipBytes(miniBlocks);
            for (int mini = 0; mini < miniBlocks && done < count; mini++) {
                int width = bytes[widths + mini];
                if (width < 0 || width > Long.SIZE) {
                    throw new IllegalArgumentException("numbers of " + width + " bits");
                }
                long bit = (long) at * Byte.SIZE;
                for (int i = 0; i < inMiniBlock && done < count; i++, bit += width) {
                    value += least + BitUnpacker.number(bytes, bit, width, end);
                    sink.put(done++, value);
                }
                // The last block may be cut behind its last number.
                at += (int) Math.min(end - at, Math.multiplyExact(inMiniBlock, (long) width) / Byte.SIZE);
            }
        }
    }

    private static int length(long value) {
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a length of " + value);
        }
        return (int) value;
    }
}
