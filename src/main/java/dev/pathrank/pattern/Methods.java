package dev.pathrank.pattern;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** The request methods that every tree keeps by name: those of RFC 9110, section 9, and PATCH (RFC 5789). */
final class Methods {
    private static final byte[][] STANDARD = Stream.of(
                    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH")
            .map(method -> method.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private Methods() {}

    static boolean standard(byte[] text, int from, int to) {
        for (byte[] method : STANDARD) {
            if (Arrays.equals(method, 0, method.length, text, from, to)) {
                return true;
            }
        }
        return false;
    }
}
