package dev.pathrank.pattern.stated;

import java.util.Objects;

/**
 * A path pattern that the user stated, for requests of one method or of any.
 *
 * @param method the method in upper case, or {@link #ANY_METHOD}
 * @param pattern a path pattern such as {@code /user/<id>}
 */
public record StatedPattern(String method, String pattern) {
    /** The method of a pattern for requests of every method. */
    public static final String ANY_METHOD = "*";

    public StatedPattern {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(pattern, "pattern");
    }

    /** Returns a pattern for requests of every method. */
    public static StatedPattern ofAnyMethod(String pattern) {
        return new StatedPattern(ANY_METHOD, pattern);
    }

    /**
     * Returns a pattern in printed form without the names of its placeholders; equal for patterns that match the same
     * paths.
     */
    public static String shape(String pattern) {
        return pattern.replaceAll("<[^<>]*\\+>", "<+>").replaceAll("<[^<>+]*>", "<>");
    }

    /**
     * Whether a request belongs to a pattern of the method {@code stated}: a pattern for GET accepts HEAD (RFC 9110,
     * section 9.3.2), and every pattern accepts OPTIONS, which asks about a path.
     */
    public static boolean accepts(String stated, String requested) {
        return stated.equals(ANY_METHOD)
                || stated.equals(requested)
                || requested.equals("OPTIONS")
                || requested.equals("HEAD") && stated.equals("GET");
    }
}
