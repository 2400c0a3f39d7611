package dev.pathrank.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ranges of bytes, held against words and given room. */
public final class Bytes {
    private Bytes() {}

    public static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether the range is {@code word}, which is not empty. */
    public static boolean equal(byte[] bytes, int from, int to, byte[] word) {
        // Most words of a log differ in length or at once, which costs less to see here than to ask there.
        return to - from == word.length
                && bytes[from] == word[0]
                && Arrays.equals(bytes, from, to, word, 0, word.length);
    }

    public static boolean startsWith(byte[] bytes, int from, int to, byte[] word) {
        return to - from >= word.length && Arrays.equals(bytes, from, from + word.length, word, 0, word.length);
    }

    /** {@code room} where it is large enough, else a larger one with nothing in it. */
    public static byte[] atLeast(byte[] room, int length) {
        return room.length >= length ? room : new byte[Math.max(length, 2 * room.length)];
    }
}
