package dev.pathrank.text;

import java.nio.charset.StandardCharsets;

/** Makers of byte arrays. */
public final class Bytes {
    private Bytes() {}

    /** Returns the ASCII bytes of a word. */
    public static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Returns a buffer of at least {@code length} bytes: {@code buffer} itself where it is large enough, else a new one
     * of at least twice its length whose content is undefined.
     */
    public static byte[] atLeast(byte[] buffer, int length) {
        return buffer.length >= length ? buffer : new byte[Math.max(length, 2 * buffer.length)];
    }
}
