package dev.pathrank.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ranges of bytes, held against words and given room. */
final class Bytes {
    private Bytes() {}

    static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean equal(byte[] bytes, int from, int to, byte[] word) {
        return to - from == word.length && Arrays.equals(bytes, from, to, word, 0, word.length);
    }

    static boolean startsWith(byte[] bytes, int from, int to, byte[] word) {
        return to - from >= word.length && Arrays.equals(bytes, from, from + word.length, word, 0, word.length);
    }

    /** {@code room} where it is large enough, else a larger one with nothing in it. */
    static byte[] atLeast(byte[] room, int length) {
        return room.length >= length ? room : new byte[Math.max(length, 2 * room.length)];
    }
}
