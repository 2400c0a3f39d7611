package dev.pathrank.pattern.segment;

/** The hash that build tools put into the names of files: {@code main.3f2a91c4.chunk.js}, {@code logo-5d5d9eef.svg}. */
public final class HashedFileName {
    /** Shortest run of hexadecimal digits, letters and numerals mixed, that is taken for a hash. */
    private static final int SHORTEST = 7;

    private HashedFileName() {}

    /**
     * Where the hash lies, as {@link Affix#core} tells it, or {@link Affix#WHOLE}: the first part between points or hyphens, not the extension, that
     * is hexadecimal. A number before it belongs to it, as in {@code 7.3f2a91c4.chunk.js}.
     */
    static long hash(byte[] text, int from, int to) {
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
                return Affix.WHOLE;
            }
            if (hex && digits > 0 && letters > 0 && end - part >= SHORTEST) {
                return (long) (number ? from : part) << 32 | end;
            }
            number &= letters == 0;
            part = end + 1;
        }
        return Affix.WHOLE;
    }

    /** Whether what {@code affix} leaves of a name are hexadecimal digits, as many as a hash has, perhaps after a number and a point. */
    public static boolean digits(String name, Affix affix) {
        int from = affix.prefix().length();
        int to = name.length() - affix.suffix().length();
        for (int i = from; i < to; i++) {
            if (Character.digit(name.charAt(i), 16) < 0 && name.charAt(i) != '.') {
                return false;
            }
        }
        return to - from >= SHORTEST;
    }
}
