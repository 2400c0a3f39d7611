package dev.pathrank.tally;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    static boolean isWrite(byte[] text, int from, int to) {
        for (byte[] method : METHODS) {
            if (Arrays.equals(method, 0, method.length, text, from, to)) {
                return true;
            }
        }
        return false;
    }
}
