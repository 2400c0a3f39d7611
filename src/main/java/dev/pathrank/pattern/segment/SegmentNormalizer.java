package dev.pathrank.pattern.segment;

/** Writes a segment the one way that all its spellings share: {@code Users} as {@code users}, {@code %7Eann} as {@code ~ann}. */
public final class SegmentNormalizer {
    private SegmentNormalizer() {}

    /** The text in small letters and without the escapes that RFC 3986, section 6.2.2.2 calls needless, a character for each byte. */
    public static String normalize(String text) {
        StringBuilder plain = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = c == '%' ? code(text, i + 1) : -1;
            char shown = unreserved(code) ? lower((char) code) : lower(c);
            if (plain == null && (shown != c || unreserved(code))) {
                plain = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (plain != null) {
                plain.append(shown);
            }
            i += unreserved(code) ? 2 : 0;
        }
        return plain == null ? text : plain.toString();
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    private static int code(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static boolean unreserved(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
