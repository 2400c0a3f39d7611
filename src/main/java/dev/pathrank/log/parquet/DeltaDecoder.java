package dev.pathrank.log.parquet;

/** The numbers of {@code DELTA_BINARY_PACKED}, all of a page at once. */
final class DeltaDecoder extends VarintReader {
    DeltaDecoder(byte[] bytes, int from, int end) {
        super(bytes, from, end);
    }

    /** The place behind the numbers. */
    int position() {
        return at;
    }

    /**
     * Reads all numbers, none of which is negative here, since they are lengths.
     *
     * @param most how many there can be
     */
    int[] lengths(int most) {
        int block = (int) varint();
        int miniBlocks = (int) varint();
        int count = (int) varint();
        long value = zigZag();
        if (count < 0 || count > most || block <= 0 || miniBlocks <= 0 || block % miniBlocks != 0) {
            throw new IllegalArgumentException(count + " lengths");
        }
        int[] lengths = new int[count];
        int done = 0;
        if (count > 0) {
            lengths[done++] = length(value);
        }
        int inMiniBlock = block / miniBlocks;
        while (done < count) {
            long least = zigZag();
            int widths = at;
            at += miniBlocks;
            for (int mini = 0; mini < miniBlocks && done < count; mini++) {
                int width = bytes[widths + mini];
                long bit = (long) at * Byte.SIZE;
                for (int i = 0; i < inMiniBlock && done < count; i++, bit += width) {
                    value += least + BitUnpacker.number(bytes, bit, width, end);
                    lengths[done++] = length(value);
                }
                at += inMiniBlock * width / Byte.SIZE;
            }
        }
        return lengths;
    }

    private static int length(long value) {
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a length of " + value);
        }
        return (int) value;
    }
}
