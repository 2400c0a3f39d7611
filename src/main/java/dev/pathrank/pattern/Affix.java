package dev.pathrank.pattern;

import java.nio.charset.StandardCharsets;

/**
 * The text of a segment around its core: what stands before a value ({@code key=}) and behind it ({@code :start}, {@code .json}).
 *
 * @param prefix literal text before the core, a character for each byte
 * @param suffix literal text behind the core
 */
record Affix(String prefix, String suffix) {
    static final Affix NONE = new Affix("", "");

    /** Letters of the longest key or verb that is taken for one. */
    private static final int LONGEST = 24;

    /** The affix of a segment. */
    static Affix of(byte[] text, int kind) {
        int extension = SegmentKind.extension(kind);
        if (extension != FileExtension.NONE) {
            String suffix = "." + FileExtension.name(extension);
            int from = text.length - suffix.length();
            return new Affix("", from < 0 ? suffix : string(text, from, text.length));
        }
        int equals = indexOf(text, (byte) '=');
        if (equals > 0 && equals < text.length - 1 && word(text, 0, equals)) {
            return new Affix(string(text, 0, equals + 1), "");
        }
        int colon = lastIndexOf(text, (byte) ':');
        if (colon > 0 && colon < text.length - 1 && word(text, colon + 1, text.length)) {
            return new Affix("", string(text, colon, text.length));
        }
        return NONE;
    }

    int coreFrom() {
        return prefix.length();
    }

    int coreTo(byte[] text) {
        return text.length - suffix.length();
    }

    private static String string(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] text, byte wanted) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] text, byte wanted) {
        for (int i = text.length - 1; i >= 0; i--) {
            if (text[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Letters, hyphens and underscores only. */
    private static boolean word(byte[] text, int from, int to) {
        if (to - from > LONGEST) {
            return false;
        }
        for (int i = from; i < to; i++) {
            int lower = text[i] | 0x20;
            if ((lower < 'a' || lower > 'z') && text[i] != '-' && text[i] != '_') {
                return false;
            }
        }
        return true;
    }
}
