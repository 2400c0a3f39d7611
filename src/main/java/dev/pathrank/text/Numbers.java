package dev.pathrank.text;

/** The numbers of a log, read from bytes. What is not exactly such a number is absent. */
public final class Numbers {
    /** No such number here. */
    public static final int NONE = -1;

    private static final int MILLIS_PER_SECOND = 1000;

    /** So many digits are always within a {@code long}. */
    private static final int SURELY_LONG = 18;

    private Numbers() {}

    public static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** Three digits, {@code 000} to {@code 999}, or {@link #NONE}. */
    public static int threeDigits(byte[] bytes, int from, int to) {
        if (to - from != 3 || !isDigit(bytes[from]) || !isDigit(bytes[from + 1]) || !isDigit(bytes[from + 2])) {
            return NONE;
        }
        return (bytes[from] - '0') * 100 + twoDigits(bytes, from + 1);
    }

    /** The value of the two digits that stand at {@code at}, or {@link #NONE}. */
    public static int twoDigits(byte[] bytes, int at) {
        if (!isDigit(bytes[at]) || !isDigit(bytes[at + 1])) {
            return NONE;
        }
        return (bytes[at] - '0') * 10 + bytes[at + 1] - '0';
    }

    /** Digits only, up to the largest {@code long}, or {@link #NONE}. */
    public static long nonNegative(byte[] bytes, int from, int to) {
        if (from == to) {
            return NONE;
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
     * Seconds, with or without decimals, as whole milliseconds. More than three decimals are rounded half up.
     *
     * @return 0 to the largest {@code int} (24 days), or {@link #NONE}
     */
    public static int secondsToMillis(byte[] bytes, int from, int to) {
        // As CloudFront writes nearly all: 0.130
        if (to - from == 5 && bytes[from + 1] == '.' && isDigit(bytes[from])) {
            int decimals = threeDigits(bytes, from + 2, to);
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
