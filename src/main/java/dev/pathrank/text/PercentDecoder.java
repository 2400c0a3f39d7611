package dev.pathrank.text;

import dev.pathrank.log.RowParser;

/**
 * The log's own escaping: CloudFront writes {@code %} and two hex digits for control characters, bytes from 127 on, and
 * {@code < > " # % { } | \ ^ ~ [ ] ` '} and space. Undone exactly once it gives the request as it was on the wire, so a
 * {@code %20} that the viewer sent stands in the log as {@code %2520} and comes out as {@code %20}.
 *
 * <p>AWS does not say whether v2 JSON and Parquet are escaped. They are taken to be, as {@code w3c} is: {@link RowParser}
 * undoes it for every kind alike, and is the place to change that.
 */
public final class PercentDecoder {
    private static final int NO_DIGIT = -1;

    private PercentDecoder() {}

    /**
     * Undoes the escaping once. What is no escape is left alone ({@code %}, {@code %4}, {@code %zz}), and so is {@code
     * +}.
     *
     * @param to end of the escaped bytes, exclusive
     * @param decoded takes the result from its first byte on; it needs as much room as the escaped bytes have, and may
     *     be the same array only if {@code from} is not behind the result
     * @return length of the result
     */
    public static int decodeOnce(byte[] escaped, int from, int to, byte[] decoded) {
        int length = 0;
        int at = from;
        while (at < to) {
            int value = escaped[at] == '%' && at + 2 < to ? hexByte(escaped, at + 1) : NO_DIGIT;
            decoded[length++] = value == NO_DIGIT ? escaped[at] : (byte) value;
            at += value == NO_DIGIT ? 1 : 3;
        }
        return length;
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
