package dev.pathrank.log;

import dev.pathrank.cbor.StoredEnum;

/**
 * A property of a request or its response that API Gateway or Lambda treats in a special way, or that decides which
 * target is suitable.
 */
public enum RequestTrait implements StoredEnum {
    /** A {@code ;} in the query. */
    SEMICOLON_IN_QUERY(0),
    /** A key that occurs twice in the query, among its first {@value TraitDetector#MOST_KEYS} keys. */
    REPEATED_KEY(1),
    /** A <code>{</code>, <code>}</code> or <code>|</code> in the query that the viewer did not percent-encode. */
    RAW_BRACE_IN_QUERY(2),
    /** A {@code %2F} in the path. */
    ENCODED_SLASH(3),
    /** Another percent-encoding in the path. */
    ENCODED_PATH(4),
    /** A response with part of a file (status 206). */
    RANGE(5),
    /** A request of more than 1 MB (1,048,576 bytes), headers included, and not more than 6 MB. */
    REQUEST_OVER_1_MB(6),
    /** A request of more than 6 MB (6,291,456 bytes), headers included. */
    REQUEST_OVER_6_MB(7),
    /** A redirect that the origin sent (status 301, 302, 303, 307 or 308). */
    REDIRECT(8),
    /**
     * A path that ends like a static file, such as {@code .jpg}; or one with any other ending, if the content type of
     * the answer is that of a picture, a video, sound or a font.
     */
    STATIC_FILE(9),
    /** A request without a body, of more than 10,240 bytes: those of its first line and headers. */
    LONG_HEADERS(10);

    private final int code;

    RequestTrait(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /** Returns the bit of this trait in {@link Row#traits()}. */
    public int bit() {
        return 1 << code;
    }
}
