package dev.pathrank.pattern.stated;

import java.util.Objects;

/**
 * A path pattern that the user stated, for requests of one method or of any.
 *
 * @param method the method in upper case, or {@link #ANY_METHOD}
 * @param pattern such as {@code /user/<id>}
 */
public record StatedPattern(String method, String pattern) {
    /** Stands for every method. */
    public static final String ANY_METHOD = "*";

    public StatedPattern {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(pattern, "pattern");
    }

    /** A pattern for requests of every method. */
    public static StatedPattern ofAnyMethod(String pattern) {
        return new StatedPattern(ANY_METHOD, pattern);
    }

    /** A pattern, in the form that is printed, without the names of its placeholders. */
    public static String shape(String pattern) {
        return pattern.replaceAll("<[^<>]*\\+>", "<+>").replaceAll("<[^<>+]*>", "<>");
    }

    /** As {@link #accepts(String, String)}, for this one's method. */
    public boolean accepts(String requested) {
        return accepts(method, requested);
    }

    /**
     * Whether a request belongs to a route of the method {@code stated}: HEAD comes with every GET (RFC 9110, section 9.3.2), and OPTIONS
     * asks about a path, whatever its method.
     */
    public static boolean accepts(String stated, String requested) {
        return stated.equals(ANY_METHOD)
                || stated.equals(requested)
                || requested.equals("OPTIONS")
                || requested.equals("HEAD") && stated.equals("GET");
    }
}
