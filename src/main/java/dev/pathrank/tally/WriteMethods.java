package dev.pathrank.tally;

import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The methods that change something: a refusal of one of them shows an endpoint, not a scanner's guess (contract:
 * "Kinds, order, score").
 */
final class WriteMethods {
    private static final byte[][] METHODS = Stream.of("POST", "PUT", "PATCH", "DELETE")
            .map(method -> method.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private WriteMethods() {}

    /** Whether {@code method} changes something. */
    static boolean isWrite(ByteSlice method) {
        for (byte[] write : METHODS) {
            if (method.contentEquals(write)) {
                return true;
            }
        }
        return false;
    }
}
