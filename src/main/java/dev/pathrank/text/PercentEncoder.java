package dev.pathrank.text;

/**
 * The printed form of wire bytes (contract: "What is printed"): every byte outside 0x21–0x7E and a literal {@code <} or
 * {@code >} becomes {@code %} and two upper-case hex digits. Nothing that a log holds can then steer a terminal, and a
 * {@code <} always opens a placeholder. A {@code %} of the wire is kept, so this is for reading and not for decoding
 * again.
 */
public final class PercentEncoder {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoder() {}

    /** The printed form of all of {@code wire}. */
    public static String of(byte[] wire) {
        return of(wire, 0, wire.length);
    }

    /** The printed form of the bytes in {@code [from, to)}. */
    public static String of(byte[] wire, int from, int to) {
        StringBuilder printed = new StringBuilder(to - from);
        for (int at = from; at < to; at++) {
            append(wire[at], printed);
        }
        return printed.toString();
    }

    private static void append(byte b, StringBuilder printed) {
        if (b > ' ' && b < 0x7F && b != '<' && b != '>') {
            printed.append((char) b);
        } else {
            printed.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
        }
    }
}
