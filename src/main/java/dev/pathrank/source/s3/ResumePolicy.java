package dev.pathrank.source.s3;

import java.time.Duration;
import java.util.Objects;

/**
 * How often the rest of a body is requested again after the connection broke.
 *
 * @param attempts consecutive requests that may bring no further byte before the object is given up
 * @param firstPause time before the first of them; each further pause is twice as long
 * @param window time of waiting for bytes after which their rate is looked at
 * @param leastBytes bytes that must have come in a window; a body that brings fewer is requested again, and given up
 *     after {@link #SLOW_WINDOWS} such windows in succession
 */
public record ResumePolicy(int attempts, Duration firstPause, Duration window, long leastBytes) {
    /** Windows in succession after which a slow body is given up. */
    static final int SLOW_WINDOWS = 3;

    private static final Duration WINDOW = Duration.ofSeconds(30);
    /** A thirtieth of the rate of a modem: one of many bodies that share a poor line is faster. */
    private static final long LEAST_BYTES = 8 << 10;

    /** About three seconds in all: long enough for a reset connection or a restarted server. */
    static final ResumePolicy DEFAULT = new ResumePolicy(5, Duration.ofMillis(100));

    /** A policy with the usual bounds on the rate. */
    public ResumePolicy(int attempts, Duration firstPause) {
        this(attempts, firstPause, WINDOW, LEAST_BYTES);
    }

    /** @throws IllegalArgumentException if a number is negative */
    public ResumePolicy {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(firstPause, "firstPause");
        if (attempts < 0 || firstPause.isNegative()) {
            throw new IllegalArgumentException(
                    "attempts and pause must not be negative: " + attempts + ", " + firstPause);
        }
    }

    /** Returns the time to wait before the given attempt, counted from 1. */
    Duration pauseBefore(int attempt) {
        return firstPause.multipliedBy(1L << (attempt - 1));
    }
}
