package dev.pathrank.text;

/**
 * Parsers of decimal numbers in bytes, and a division. The parsers accept exactly the documented form and nothing else,
 * not even spaces.
 */
public final class Numbers {
    /** The result where the bytes are not such a number. */
    public static final int NONE = -1;

    private static final int MILLIS_PER_SECOND = 1000;

    /** Every number of this many digits fits into a {@code long}. */
    private static final int SURELY_LONG = 18;

    private static final long ZEROS = 0x3030303030303030L;
    private static final long ABOVE_NINE = 0x7676767676767676L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long EVERY_FOURTH = 0x000000FF000000FFL;

    private Numbers() {}

    /**
     * Returns a quotient rounded up.
     *
     * @param by greater than 0
     */
    public static long ceilDiv(long amount, long by) {
        return Math.floorDiv(amount + by - 1, by); // Math.ceilDiv is newer than Java 17
    }

    /** Returns whether a byte is an ASCII digit. */
    public static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Returns whether all bytes of a range, which may be empty, are ASCII digits. */
    public static boolean areDigits(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            if (!areDigits(LittleEndian.longAt(bytes, at) ^ ZEROS)) {
                return false;
            }
        }
        if (at < to && to >= Long.BYTES) {
            // The word also holds bytes before the range, which the shift drops.
            return areDigits(
                    (LittleEndian.longAt(bytes, to - Long.BYTES) ^ ZEROS) >>> Long.SIZE - Byte.SIZE * (to - at));
        }
        while (at < to && isDigit(bytes[at])) {
            at++;
        }
        return at == to;
    }

    /** Returns whether all bytes of a word are 0 to 9. Any other carries into its highest bit, or has it set. */
    private static boolean areDigits(long word) {
        return ((word + ABOVE_NINE | word) & HIGH_BITS) == 0;
    }

    /** Parses three digits: 0 to 999, or {@link #NONE}. */
    public static int threeDigits(ByteSlice text) {
        return text.length() == 3 ? threeDigits(text.array(), text.from()) : NONE;
    }

    private static int threeDigits(byte[] bytes, int at) {
        if (!isDigit(bytes[at]) || !isDigit(bytes[at + 1]) || !isDigit(bytes[at + 2])) {
            return NONE;
        }
        return (bytes[at] - '0') * 100 + twoDigits(bytes, at + 1);
    }

    /** Parses the two digits at {@code at}: 0 to 99, or {@link #NONE}. */
    public static int twoDigits(byte[] bytes, int at) {
        if (!isDigit(bytes[at]) || !isDigit(bytes[at + 1])) {
            return NONE;
        }
        return (bytes[at] - '0') * 10 + bytes[at + 1] - '0';
    }

    /** Parses a whole number of one or more digits: 0 to {@link Long#MAX_VALUE}, or {@link #NONE}. */
    public static long nonNegative(ByteSlice text) {
        return nonNegative(text.array(), text.from(), text.to());
    }

    /** Parses as {@link #nonNegative(ByteSlice)} does, without a slice. */
    public static long nonNegative(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return NONE;
        }
        if (length <= Long.BYTES && to >= Long.BYTES) {
            return eightDigits(LittleEndian.longAt(bytes, to - Long.BYTES), length);
        }
        long value = 0;
        if (to - from <= SURELY_LONG) {
            for (int at = from; at < to; at++) {
                if (!isDigit(bytes[at])) {
                    return NONE;
                }
                value = value * 10 + bytes[at] - '0';
            }
            return value;
        }
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (!isDigit(bytes[at]) || value > (Long.MAX_VALUE - digit) / 10) {
                return NONE;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /**
     * Parses the last digits of eight characters all at once.
     *
     * @param word the last character in the highest byte
     * @param length how many of the characters are digits, 1 to 8
     */
    private static long eightDigits(long word, int length) {
        int others = Long.SIZE - Byte.SIZE * length;
        long digits = (word ^ ZEROS) >>> others << others;
        if (!areDigits(digits)) {
            return NONE;
        }
        long pairs = digits * 10 + (digits >>> 8);
        return (pairs & EVERY_FOURTH) * (1_000_000L << 32 | 100) + (pairs >>> 16 & EVERY_FOURTH) * (10_000L << 32 | 1)
                >>> 32;
    }

    /**
     * Parses seconds, with or without decimals, as milliseconds. More than three decimals are rounded half up.
     *
     * @return milliseconds, 0 to {@link Integer#MAX_VALUE} (24 days), or {@link #NONE}
     */
    public static int secondsToMillis(ByteSlice text) {
        byte[] bytes = text.array();
        int from = text.from();
        int to = text.to();
        // The common form, such as 0.130, is parsed without a loop.
        if (to - from == 5 && bytes[from + 1] == '.' && isDigit(bytes[from])) {
            int decimals = threeDigits(bytes, from + 2);
            return decimals == NONE ? NONE : (bytes[from] - '0') * MILLIS_PER_SECOND + decimals;
        }
        int point = from;
        while (point < to && bytes[point] != '.') {
            point++;
        }
        long seconds = nonNegative(bytes, from, point);
        int decimals = point == to ? 0 : fractionToMillis(bytes, point + 1, to);
        if (seconds < 0 || decimals < 0 || seconds > Integer.MAX_VALUE / MILLIS_PER_SECOND) {
            return NONE;
        }
        long millis = seconds * MILLIS_PER_SECOND + decimals;
        return millis > Integer.MAX_VALUE ? NONE : (int) millis;
    }

    private static int fractionToMillis(byte[] bytes, int from, int to) {
        int millis = 0;
        int worth = MILLIS_PER_SECOND;
        for (int at = from; at < to; at++) {
            if (!isDigit(bytes[at])) {
                return NONE;
            }
            // The fourth decimal is worth a tenth of a millisecond and alone decides how to round.
            millis += worth > 1 ? (bytes[at] - '0') * (worth / 10) : worth == 1 && bytes[at] >= '5' ? 1 : 0;
            worth /= 10;
        }
        return from == to ? NONE : millis;
    }
}
