package dev.pathrank.pattern.segment;

import java.nio.charset.StandardCharsets;

/**
 * A decoder of single characters of a segment, raw or percent-encoded, so that a word is judged by its letters,
 * whatever its script and however a client sent it. A result is packed into one {@code int}, so that decoding makes no
 * object.
 */
public final class EncodedCharacter {
    /** The code point of bytes that are no UTF-8. */
    static final int MALFORMED = 0xFFFD;

    private static final int LENGTH_BITS = 4;

    private EncodedCharacter() {}

    /** Decodes the character at {@code at}; read the result with {@link #codePoint} and {@link #length}. */
    static int decode(byte[] text, int at, int to) {
        int length = lengthOfByte(text, at, to);
        int first = valueOfByte(text, at, length);
        if (first < 0x80) {
            return packed(first, length);
        }
        int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        int point = first & (0x3F >> more);
        int end = at + length;
        for (int i = 0; i < more; i++) {
            int next = end < to ? lengthOfByte(text, end, to) : 0;
            int value = next == 0 ? 0 : valueOfByte(text, end, next);
            if ((value & 0xC0) != 0x80) {
                return packed(MALFORMED, length);
            }
            point = point << 6 | value & 0x3F;
            end += next;
        }
        boolean wellFormed = first >= 0xC2 && first < 0xF5 && Character.isValidCodePoint(point);
        return wellFormed ? packed(point, end - at) : packed(MALFORMED, length);
    }

    private static int packed(int point, int length) {
        return point << LENGTH_BITS | length;
    }

    static int codePoint(int decoded) {
        return decoded >>> LENGTH_BITS;
    }

    /** Returns how many bytes of the segment the character takes up. */
    static int length(int decoded) {
        return decoded & (1 << LENGTH_BITS) - 1;
    }

    /** Whether a character is a letter, or a mark that belongs to the letter before it, by its Unicode category. */
    public static boolean isLetter(int point) {
        return Character.isLetter(point)
                || (1 << Character.getType(point)
                                & (1 << Character.NON_SPACING_MARK
                                        | 1 << Character.COMBINING_SPACING_MARK
                                        | 1 << Character.ENCLOSING_MARK))
                        != 0;
    }

    private static int lengthOfByte(byte[] text, int at, int to) {
        return text[at] == '%'
                        && at + 2 < to
                        && Character.digit(text[at + 1], 16) >= 0
                        && Character.digit(text[at + 2], 16) >= 0
                ? 3
                : 1;
    }

    private static int valueOfByte(byte[] text, int at, int length) {
        return length == 1
                ? text[at] & 0xFF
                : Character.digit(text[at + 1], 16) << 4 | Character.digit(text[at + 2], 16);
    }

    /**
     * Returns a text in which well-formed UTF-8, raw or percent-encoded, is decoded; everything else stays as it is.
     *
     * @param text a character for each byte
     */
    public static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder decoded = new StringBuilder(bytes.length);
        for (int at = 0; at < bytes.length; ) {
            int character = decode(bytes, at, bytes.length);
            int point = codePoint(character);
            int length = length(character);
            if (point < 0x80 || point == MALFORMED) {
                decoded.append(text, at, at + length);
            } else {
                decoded.appendCodePoint(point);
            }
            at += length;
        }
        return decoded.toString();
    }
}
