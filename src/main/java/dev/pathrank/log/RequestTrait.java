package dev.pathrank.log;

/** Something in a request or its answer that a gateway in front of a function treats in its own way, or that says which kind of target suits. */
public enum RequestTrait {
    /** A {@code ;} in the query. */
    SEMICOLON_IN_QUERY,
    /** A key that comes twice in the query, among its first {@value TraitDetector#MOST_KEYS} keys. */
    REPEATED_KEY,
    /** A <code>{</code>, <code>}</code> or <code>|</code> in the query that the viewer did not percent-encode. */
    RAW_BRACE_IN_QUERY,
    /** A {@code %2F} in the path. */
    ENCODED_SLASH,
    /** Another percent-encoding in the path. */
    ENCODED_PATH,
    /** A part of a file was asked for and sent (status 206). */
    RANGE,
    /** A request of more than 1,000,000 bytes, headers included, and not more than 6,000,000. */
    REQUEST_OVER_1_MB,
    /** A request of more than 6,000,000 bytes, headers included. */
    REQUEST_OVER_6_MB,
    /** A redirect that the backend sent (status 301, 302, 303, 307 or 308). */
    REDIRECT;

    /** The bit of this in {@link Row#traits()}. */
    public int bit() {
        return 1 << ordinal();
    }
}
