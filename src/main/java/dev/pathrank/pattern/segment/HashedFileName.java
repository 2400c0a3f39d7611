package dev.pathrank.pattern.segment;

import dev.pathrank.text.ByteSlice;

/** The hash that build tools put into file names: {@code main.3f2a91c4.chunk.js}, {@code logo-5d5d9eef.svg}. */
final class HashedFileName {
    /** The shortest run of hexadecimal digits, letters and numerals mixed, that counts as a hash. */
    static final int SHORTEST = 7;

    private HashedFileName() {}

    /**
     * Finds the hash, as a {@link CoreRange}: the first hexadecimal part between points or hyphens that is not the
     * extension. A number before it belongs to it, as in {@code 7.3f2a91c4.chunk.js}.
     *
     * @return {@link CoreRange#WHOLE} where there is none
     */
    static long findHash(ByteSlice name) {
        byte[] text = name.array();
        int from = name.from();
        int to = name.to();
        boolean number = true;
        for (int part = from; part < to; ) {
            int end = part;
            int digits = 0;
            int letters = 0;
            boolean hex = true;
            for (; end < to && text[end] != '.' && text[end] != '-'; end++) {
                int lower = text[end] | 0x20;
                boolean digit = text[end] >= '0' && text[end] <= '9';
                digits += digit ? 1 : 0;
                letters += digit ? 0 : 1;
                hex &= digit || lower >= 'a' && lower <= 'f';
            }
            if (end == to) {
                return CoreRange.WHOLE;
            }
            if (hex && digits > 0 && letters > 0 && end - part >= SHORTEST) {
                return CoreRange.of(number ? from : part, end);
            }
            number &= letters == 0;
            part = end + 1;
        }
        return CoreRange.WHOLE;
    }
}
