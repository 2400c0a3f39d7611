package dev.pathrank.tally;

/**
 * When an endpoint was called, in seconds since the epoch; meaningless where it never was.
 *
 * @param first second of its earliest call
 * @param last second of its latest call
 */
public record Seen(long first, long last) {
    /** Never called. */
    public static final Seen NEVER = new Seen(0, 0);
}
