package dev.pathrank.log.parquet;

import dev.pathrank.text.ByteSlice;

/** The values of a page, as ranges of one array. */
final class PageValues {
    private static final int PLAIN = 0;
    private static final int PLAIN_DICTIONARY = 2;
    private static final int DELTA_NUMBERS = 5;
    private static final int DELTA_LENGTH = 6;
    private static final int DELTA = 7;
    private static final int RLE_DICTIONARY = 8;
    private static final int SPLIT = 9;

    final byte[] bytes;
    final int[] from;
    final int[] to;

    private PageValues(byte[] bytes, int[] from, int[] to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    static boolean isOfDictionary(int encoding) {
        return encoding == PLAIN_DICTIONARY || encoding == RLE_DICTIONARY;
    }

    /** Returns the bytes of memory for the ranges of {@code count} values, without the values themselves. */
    static long weight(int encoding, int count) {
        boolean delta = encoding == DELTA || encoding == DELTA_LENGTH;
        return (delta ? 5L : 2L) * Integer.BYTES * count;
    }

    /**
     * Decodes values that do not refer to a dictionary.
     *
     * @param start index of their first byte in {@code page}
     * @param width bytes of each value; 0 for strings
     * @param most bytes that values may take which are not written out in the page
     */
    static PageValues of(int encoding, byte[] page, int start, int count, int width, long most) {
        if (width > 0) {
            return switch (encoding) {
                case PLAIN, PLAIN_DICTIONARY -> fixed(page, start, count, width);
                case DELTA_NUMBERS -> deltaNumbers(page, start, count, width, most);
                case SPLIT -> split(page, start, count, width, most);
                default -> throw new IllegalArgumentException("numbers in encoding " + encoding);
            };
        }
        return switch (encoding) {
            case PLAIN, PLAIN_DICTIONARY -> plain(page, start, count);
            case DELTA_LENGTH -> deltaLength(page, start, count);
            case DELTA -> delta(page, start, count, most);
            default -> throw new IllegalArgumentException("values in encoding " + encoding);
        };
    }

    private static PageValues fixed(byte[] bytes, int start, int count, int width) {
        if ((long) width * count > bytes.length - start) {
            throw new IllegalArgumentException(count + " values in " + (bytes.length - start) + " bytes");
        }
        int[] from = new int[count];
        int[] to = new int[count];
        for (int i = 0; i < count; i++) {
            from[i] = start + i * width;
            to[i] = from[i] + width;
        }
        return new PageValues(bytes, from, to);
    }

    private static PageValues deltaNumbers(byte[] page, int start, int count, int width, long most) {
        DeltaDecoder deltas = new DeltaDecoder(new ByteSlice(page, start, page.length));
        int numbers = deltas.begin(count);
        byte[] whole = new byte[size(numbers, width, most)];
        deltas.decode(numbers, (index, value) -> {
            for (int i = 0; i < width; i++) {
                whole[index * width + i] = (byte) (value >>> i * Byte.SIZE);
            }
        });
        return fixed(whole, 0, numbers, width);
    }

    // The first bytes of all values come first, then the second bytes of all.
    private static PageValues split(byte[] page, int start, int count, int width, long most) {
        byte[] whole = new byte[size(count, width, most)];
        if (whole.length > page.length - start) {
            throw new IllegalArgumentException(count + " values in " + (page.length - start) + " bytes");
        }
        for (int at = 0; at < whole.length; at++) {
            whole[at % count * width + at / count] = page[start + at];
        }
        return fixed(whole, 0, count, width);
    }

    private static int size(int count, int width, long most) {
        long size = (long) count * width;
        if (size > Math.min(ColumnReader.LARGEST_PAGE, most)) {
            throw new IllegalArgumentException("values of " + size + " bytes in one page");
        }
        return (int) size;
    }

    private static PageValues plain(byte[] page, int start, int count) {
        if ((long) Integer.BYTES * count > page.length - start) {
            throw new IllegalArgumentException(count + " values in " + (page.length - start) + " bytes");
        }
        int[] from = new int[count];
        int[] to = new int[count];
        int at = start;
        for (int i = 0; i < count; i++) {
            int length = page[at] & 0xFF
                    | (page[at + 1] & 0xFF) << 8
                    | (page[at + 2] & 0xFF) << 16
                    | (page[at + 3] & 0xFF) << 24;
            from[i] = at + Integer.BYTES;
            to[i] = end(page, from[i], length);
            at = to[i];
        }
        return new PageValues(page, from, to);
    }

    private static PageValues deltaLength(byte[] page, int start, int count) {
        DeltaDecoder deltas = new DeltaDecoder(new ByteSlice(page, start, page.length));
        int[] lengths = deltas.lengths(count);
        return ranges(page, deltas.position(), lengths);
    }

    private static PageValues ranges(byte[] page, int start, int[] lengths) {
        int[] from = new int[lengths.length];
        int[] to = new int[lengths.length];
        int at = start;
        for (int i = 0; i < lengths.length; i++) {
            from[i] = at;
            to[i] = end(page, at, lengths[i]);
            at = to[i];
        }
        return new PageValues(page, from, to);
    }

    // Each value begins with a prefix of the previous value; its length is stored.
    private static PageValues delta(byte[] page, int start, int count, long most) {
        DeltaDecoder deltas = new DeltaDecoder(new ByteSlice(page, start, page.length));
        int[] prefixes = deltas.lengths(count);
        DeltaDecoder ofSuffixes = new DeltaDecoder(new ByteSlice(page, deltas.position(), page.length));
        int[] suffixLengths = ofSuffixes.lengths(count);
        PageValues suffixes = ranges(page, ofSuffixes.position(), suffixLengths);
        long size = 0;
        for (int i = 0; i < prefixes.length; i++) {
            size += (long) prefixes[i] + suffixLengths[i];
        }
        if (size > Math.min(ColumnReader.LARGEST_PAGE, most) || prefixes.length != suffixLengths.length) {
            throw new IllegalArgumentException("values of " + size + " bytes in one page");
        }
        byte[] whole = new byte[(int) size];
        int[] from = new int[prefixes.length];
        int[] to = new int[prefixes.length];
        int at = 0;
        for (int i = 0; i < prefixes.length; i++) {
            from[i] = at;
            if (prefixes[i] > 0) {
                if (prefixes[i] > to[i - 1] - from[i - 1]) {
                    throw new IllegalArgumentException("a prefix longer than the value before it");
                }
                System.arraycopy(whole, from[i - 1], whole, at, prefixes[i]);
            }
            System.arraycopy(page, suffixes.from[i], whole, at + prefixes[i], suffixLengths[i]);
            at += prefixes[i] + suffixLengths[i];
            to[i] = at;
        }
        return new PageValues(whole, from, to);
    }

    private static int end(byte[] page, int from, int length) {
        if (length < 0 || length > page.length - from) {
            throw new IllegalArgumentException("a value of " + length + " bytes");
        }
        return from + length;
    }
}
