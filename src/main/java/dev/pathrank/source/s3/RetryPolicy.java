package dev.pathrank.source.s3;

import java.time.Duration;

/**
 * How long S3 is given, and how often it is asked again.
 *
 * @param connect time to make a connection
 * @param silence time without a byte after which a connection counts as dead
 * @param attempts how often a request is sent in all, where its answer does not come or says that S3 is in trouble
 * @param pause the longest time before the second attempt; it doubles with each further one
 * @param busyPause the same where S3 says that it is asked too often
 * @param resuming how long a body that broke off is asked for again
 */
record RetryPolicy(
        Duration connect, Duration silence, int attempts, Duration pause, Duration busyPause, ResumePolicy resuming) {
    /** A pause never gets longer than this. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    /** Half a minute of trouble goes by unnoticed; S3 takes up to that long to spread a busy prefix over more servers. */
    static final RetryPolicy DEFAULT = new RetryPolicy(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            8,
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            ResumePolicy.DEFAULT);

    /** The default, unless the system properties {@code pathrank.s3.silence-ms}, {@code …attempts} and {@code …pause-ms} shorten it for a test. */
    static RetryPolicy ofSystem() {
        Long silence = Long.getLong("pathrank.s3.silence-ms");
        Long pause = Long.getLong("pathrank.s3.pause-ms");
        Duration shortPause = pause == null ? DEFAULT.pause : Duration.ofMillis(pause);
        return new RetryPolicy(
                DEFAULT.connect,
                silence == null ? DEFAULT.silence : Duration.ofMillis(silence),
                Integer.getInteger("pathrank.s3.attempts", DEFAULT.attempts),
                shortPause,
                pause == null ? DEFAULT.busyPause : shortPause,
                pause == null ? DEFAULT.resuming : new ResumePolicy(DEFAULT.resuming.attempts(), shortPause));
    }

    RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be positive: " + attempts);
        }
    }

    /** The same with another way to resume. */
    RetryPolicy with(ResumePolicy other) {
        return new RetryPolicy(connect, silence, attempts, pause, busyPause, other);
    }
}
