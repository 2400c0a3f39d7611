package dev.pathrank.text;

/** A decoder of percent-encoding: {@code %} and two hex digits, in either case, stand for one byte. */
public final class PercentDecoder {
    private static final int NO_DIGIT = -1;

    private PercentDecoder() {}

    /**
     * Decodes once, so that {@code %2520} becomes {@code %20}. An incomplete or invalid escape ({@code %}, {@code %4},
     * {@code %zz}) is copied as it is, and so is {@code +}.
     *
     * @param decoded receives the result from index 0 on; it needs room for as many bytes as {@code encoded} has, and
     *     may be the same array only if {@code encoded} does not begin before the result ends
     * @return the length of the result in bytes
     */
    public static int decodeOnce(ByteSlice encoded, byte[] decoded) {
        return decodeOnce(encoded, "", decoded);
    }

    /**
     * Decodes once as {@link #decodeOnce(ByteSlice, byte[])} does, without the escapes of some characters.
     *
     * @param kept ASCII characters whose escapes are copied as they are
     */
    public static int decodeOnce(ByteSlice encoded, String kept, byte[] decoded) {
        byte[] bytes = encoded.array();
        int to = encoded.to();
        int length = 0;
        int at = encoded.from();
        while (at < to) {
            int value = at + 2 < to ? escaped(bytes, at) : NO_DIGIT;
            boolean copied = value == NO_DIGIT || kept.indexOf(value) >= 0;
            decoded[length++] = copied ? bytes[at] : (byte) value;
            at += copied ? 1 : 3;
        }
        return length;
    }

    /**
     * Returns the byte that an escape stands for, 0 to 255, or -1 where there is none.
     *
     * @param at where it begins, at least two bytes before the end of the array
     */
    public static int escaped(byte[] bytes, int at) {
        return bytes[at] == '%' ? hexByte(bytes, at + 1) : NO_DIGIT;
    }

    private static int hexByte(byte[] bytes, int at) {
        int high = hexDigit(bytes[at]);
        int low = hexDigit(bytes[at + 1]);
        return high == NO_DIGIT || low == NO_DIGIT ? NO_DIGIT : high << 4 | low;
    }

    private static int hexDigit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : NO_DIGIT;
    }
}
