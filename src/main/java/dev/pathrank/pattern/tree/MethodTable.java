package dev.pathrank.pattern.tree;

import dev.pathrank.pattern.segment.PathHash;
import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** The standard request methods, whose hashes are computed once: those of RFC 9110, section 9, and PATCH (RFC 5789). */
final class MethodTable {
    private static final byte[][] STANDARD = Stream.of(
                    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH")
            .map(method -> method.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private static final long[] HASHES = Arrays.stream(STANDARD)
            .mapToLong(method -> PathHash.ofMethod(ByteSlice.of(method)))
            .toArray();

    /** The number of a method that is not in the table. */
    static final int OTHER = -1;

    private MethodTable() {}

    /** Returns the number of a method, or {@link #OTHER}. */
    static int number(ByteSlice text) {
        for (int number = 0; number < STANDARD.length; number++) {
            byte[] method = STANDARD[number];
            if (method.length == text.length() && method[0] == text.at(0) && text.contentEquals(method)) {
                return number;
            }
        }
        return OTHER;
    }

    /** Returns the {@link PathHash#ofMethod} of a method that is in the table. */
    static long hash(int number) {
        return HASHES[number];
    }
}
