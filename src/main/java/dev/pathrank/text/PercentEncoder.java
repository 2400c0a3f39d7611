package dev.pathrank.text;

/**
 * An encoder of bytes for display: every byte outside 0x21 to 0x7E, and {@code <} and {@code >}, become {@code %} and
 * two upper-case hex digits. Encoded text cannot control a terminal, and a {@code <} in it always begins a placeholder.
 * A {@code %} is kept, so the result is for reading and cannot be decoded reliably.
 */
public final class PercentEncoder {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoder() {}

    /** Encodes all bytes of an array. */
    public static String of(byte[] bytes) {
        return of(ByteSlice.of(bytes));
    }

    /** Encodes all bytes of a slice. */
    public static String of(ByteSlice bytes) {
        StringBuilder encoded = new StringBuilder(bytes.length());
        for (int at = 0; at < bytes.length(); at++) {
            append(bytes.at(at), encoded);
        }
        return encoded.toString();
    }

    private static void append(byte b, StringBuilder encoded) {
        if (b > ' ' && b < 0x7F && b != '<' && b != '>') {
            encoded.append((char) b);
        } else {
            encoded.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
        }
    }
}
