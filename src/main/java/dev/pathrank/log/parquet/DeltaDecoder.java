package dev.pathrank.log.parquet;

/** A decoder of {@code DELTA_BINARY_PACKED}, for all numbers of a page at once. */
final class DeltaDecoder extends VarintReader {
    DeltaDecoder(byte[] bytes, int from, int end) {
        super(bytes, from, end);
    }

    /** Returns the index after the numbers. */
    int position() {
        return at;
    }

    /**
     * Decodes all numbers, which are lengths and therefore not negative.
     *
     * @param most the number of lengths above which the page counts as damaged
     */
    int[] lengths(int most) {
        long block = varint();
        long miniBlocks = varint();
        long count = varint();
        long value = zigZag();
        if (count < 0 || count > most || block <= 0 || miniBlocks <= 0 || block % miniBlocks != 0) {
            throw new IllegalArgumentException(count + " lengths");
        }
        int[] lengths = new int[(int) count];
        int done = 0;
        if (count > 0) {
            lengths[done++] = length(value);
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
                    lengths[done++] = length(value);
                }
                // The last block may be cut behind its last number.
                at += (int) Math.min(end - at, Math.multiplyExact(inMiniBlock, (long) width) / Byte.SIZE);
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
