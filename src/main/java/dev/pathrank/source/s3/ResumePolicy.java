package dev.pathrank.source.s3;

import java.time.Duration;

/**
 * How long a body that broke off is asked for again.
 *
 * @param attempts requests in a row that may bring no further byte before it is given up
 * @param firstPause time before the first of them; each further pause is twice as long
 */
record ResumePolicy(int attempts, Duration firstPause) {
    /** Some three seconds in all: long enough for a reset connection or a restarted server behind the name. */
    static final ResumePolicy DEFAULT = new ResumePolicy(5, Duration.ofMillis(100));

    ResumePolicy {
        if (attempts < 0 || firstPause.isNegative()) {
            throw new IllegalArgumentException(
                    "attempts and pause must not be negative: " + attempts + ", " + firstPause);
        }
    }

    /** Time to wait before the given attempt, counted from 1. */
    Duration pauseBefore(int attempt) {
        return firstPause.multipliedBy(1L << (attempt - 1));
    }
}
