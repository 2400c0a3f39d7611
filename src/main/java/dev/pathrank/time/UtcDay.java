package dev.pathrank.time;

/** The UTC day as a unit of time. Days are numbered from 1970-01-01, which is day 0; every day has the same length. */
public final class UtcDay {
    /** Seconds of a day. */
    public static final int SECONDS = 86_400;

    /** The last second that a row can have: 9999-12-31T23:59:59Z. */
    public static final long LAST_SECOND = 253_402_300_799L;

    /** The day of the {@linkplain #LAST_SECOND last second}. */
    public static final long LAST = LAST_SECOND / SECONDS;

    private UtcDay() {}

    /** Returns the number of the day that holds a second since the epoch. */
    public static long of(long epochSecond) {
        return Math.floorDiv(epochSecond, SECONDS);
    }

    /** Returns the first second of a day, since the epoch. */
    public static long firstSecond(long day) {
        return day * SECONDS;
    }
}
