package dev.pathrank.pattern.segment;

/**
 * The normal form that all spellings of a segment share: {@code users} for {@code Users}, {@code ~ann} for
 * {@code %7Eann}.
 */
public final class SegmentNormalizer {
    private SegmentNormalizer() {}

    /**
     * Returns the text in lower case and without the escapes that RFC 3986, section 6.2.2.2, calls unnecessary.
     *
     * @param text a character for each byte
     */
    public static String normalize(String text) {
        StringBuilder normal = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = c == '%' ? code(text, i + 1) : -1;
            char shown = unreserved(code) ? lower((char) code) : lower(c);
            if (normal == null && (shown != c || unreserved(code))) {
                normal = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (normal != null) {
                normal.append(shown);
            }
            i += unreserved(code) ? 2 : 0;
        }
        return normal == null ? text : normal.toString();
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
