package dev.pathrank.tally.seconds;

import java.util.Arrays;

/**
 * A sum that is kept for each endpoint and second. Sums of zero take no room, so the rare ones cost nothing.
 *
 * <p>The busy time of an origin call that took {@code d} milliseconds is spread over the seconds that it touches. A
 * <em>short</em> call touches the second in which it ended and perhaps the one before. A <em>long</em> call leaves its
 * parts in its own first and last seconds, and a mark where it began and where it ended to cover whole seconds.
 */
public enum SecondField {
    /** Origin calls that ended in the second. */
    CALLS,
    /** Milliseconds of short calls within the second in which they ended. */
    SHORT_MS,
    /** Milliseconds of the same calls within the second before. */
    SHORT_MS_BEFORE,
    /** How many of them reach into the second before. */
    SHORT_BEFORE,
    /** Calls that are not short: they are long, or were not timed. */
    NOT_SHORT,
    /** Calls with status 500 to 599. */
    ERRORS_5XX,
    /** Calls with status 000: the viewer left before the answer. */
    ABORTED,
    /** Milliseconds of long calls that cover a part of the second. */
    PART_MS,
    /** How many parts of long calls that is. */
    PARTS,
    /** Long calls that cover whole seconds from the next one on. */
    LONG_STARTS,
    /** Long calls that ended in the second: they cover whole seconds up to the one before. */
    LONG_ENDS,
    /** Milliseconds that the calls of {@link #LONG_STARTS} take altogether, each rounded to 2 ms. */
    LONG_MS,
    /** Calls that took more than 29 s and at most 30 s. */
    OVER_29_S,
    OVER_30_S,
    OVER_60_S,
    OVER_120_S,
    OVER_300_S,
    /** Calls that took more than 900 s, the longest that a function may run; they count as 900 s of busy time. */
    OVER_900_S,
    /** Requests of more bytes than a function accepts. */
    LARGE_REQUESTS,
    /** Answers of more bytes than a function returns. */
    LARGE_ANSWERS,
    /** Requests with a longer request line and headers than the HTTP API accepts. */
    LONG_HEADERS;

    /** The longest duration of a call in milliseconds; longer ones count as this, since no function runs longer. */
    public static final int LONGEST_MS = 900_000;

    /** The durations in milliseconds above which calls are in {@link #OVER_29_S} and the fields that follow it. */
    private static final int[] ABOVE_MS = {29_000, 30_000, 60_000, 120_000, 300_000, LONGEST_MS};

    /** Returns the number of duration fields that are exceeded, 0 to 6. */
    static int durationClass(int ms) {
        int exceeded = 0;
        while (exceeded < ABOVE_MS.length && ms > ABOVE_MS[exceeded]) {
            exceeded++;
        }
        return exceeded;
    }

    /** Returns the field of a class from {@link #durationClass}, 1 to 6. */
    static SecondField ofDurationClass(int exceeded) {
        return values()[OVER_29_S.ordinal() + exceeded - 1];
    }

    /**
     * Returns the first of the duration fields, up to {@link #OVER_900_S}, that count calls over a limit. Their sum is
     * exact for a limit of 29, 30, 60, 120, 300 or 900 s, and otherwise at most too large.
     */
    public static SecondField firstOver(long limitMs) {
        SecondField first = OVER_29_S;
        for (int i = 0; i < ABOVE_MS.length; i++) {
            if (ABOVE_MS[i] <= limitMs) {
                first = ofDurationClass(i + 1);
            }
        }
        return first;
    }

    /** Returns a number that changes with what the fields mean. */
    public static int schema() {
        return 31 * values().length + Arrays.hashCode(ABOVE_MS);
    }
}
