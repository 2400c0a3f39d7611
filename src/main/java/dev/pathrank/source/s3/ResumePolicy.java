package dev.pathrank.source.s3;

import java.time.Duration;
import java.util.Objects;

/**
 * How often the rest of a body is requested again after the connection broke.
 *
 * @param attempts consecutive requests that may bring no further byte before the object is given up
 * @param firstPause time before the first of them; each further pause is twice as long
 */
public record ResumePolicy(int attempts, Duration firstPause) {
    /** About three seconds in all: long enough for a reset connection or a restarted server. */
    static final ResumePolicy DEFAULT = new ResumePolicy(5, Duration.ofMillis(100));

    /** @throws IllegalArgumentException if a number is negative */
    public ResumePolicy {
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
