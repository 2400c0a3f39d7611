package dev.pathrank.compare;

/** What the shape of a change hints at. */
public enum Cause {
    /** More 502 and 503: environments or network interfaces ran out. */
    CONCURRENCY,
    /** More 504: calls take longer than a gateway waits. */
    TIME_OUT,
    /** More 403: a method or an access rule is missing. */
    ACCESS,
    /** More 413: requests are larger than the new target accepts. */
    PAYLOAD,
    /** Failures in the same minutes of each day: a burst at which the new target scales too slowly. */
    BURST,
    /** Far fewer or more answers from the cache than before: the cache key or its time to live has changed. */
    CACHE
}
