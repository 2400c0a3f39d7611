package dev.pathrank.source.s3;

import java.time.Duration;
import java.util.Objects;

/**
 * Timeouts and retries of requests to S3.
 *
 * @param connect time to make a connection
 * @param silence time without a byte after which a connection counts as broken
 * @param attempts how often a request is sent in all, if no answer comes or S3 answers that it cannot serve it now
 * @param pause the longest time before the second attempt; it doubles with each further one
 * @param busyPause the same where S3 answers that requests come too often
 * @param resuming retries of a body that broke off
 */
public record RetryPolicy(
        Duration connect, Duration silence, int attempts, Duration pause, Duration busyPause, ResumePolicy resuming) {
    /** S3 takes up to half a minute to spread a busy prefix over more servers; this policy waits longer than that. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            8,
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            ResumePolicy.DEFAULT);

    /** The upper limit of a pause. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    /** @throws IllegalArgumentException if there are no attempts */
    public RetryPolicy {
        Objects.requireNonNull(connect, "connect");
        Objects.requireNonNull(silence, "silence");
        Objects.requireNonNull(pause, "pause");
        Objects.requireNonNull(busyPause, "busyPause");
        Objects.requireNonNull(resuming, "resuming");
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be positive: " + attempts);
        }
    }
}
