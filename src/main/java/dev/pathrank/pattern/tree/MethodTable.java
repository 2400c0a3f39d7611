package dev.pathrank.pattern.tree;

import dev.pathrank.pattern.segment.PathHash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** The request methods that every tree keeps by name: those of RFC 9110, section 9, and PATCH (RFC 5789). */
final class MethodTable {
    private static final byte[][] STANDARD = Stream.of(
                    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH")
            .map(method -> method.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private static final long[] HASHES = Arrays.stream(STANDARD)
            .mapToLong(method -> PathHash.ofMethod(method, 0, method.length))
            .toArray();

    /** No such method. */
    static final int OTHER = -1;

    private MethodTable() {}

    /** The number of a method, or {@link #OTHER}. */
    static int number(byte[] text, int from, int to) {
        for (int number = 0; number < STANDARD.length; number++) {
            byte[] method = STANDARD[number];
            if (method.length == to - from
                    && method[0] == text[from]
                    && Arrays.equals(method, 0, method.length, text, from, to)) {
                return number;
            }
        }
        return OTHER;
    }

    /** {@link PathHash#ofMethod} of the method of that number. */
    static long hash(int number) {
        return HASHES[number];
    }
}
