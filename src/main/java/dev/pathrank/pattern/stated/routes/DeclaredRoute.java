package dev.pathrank.pattern.stated.routes;

import dev.pathrank.pattern.stated.StatedPattern;
import java.util.Objects;

/**
 * A route that a file of the user declares.
 *
 * @param method the method in upper case, or {@link StatedPattern#ANY_METHOD}
 * @param base the beginning of the pattern that comes from a server's address, such as {@code /v1}; often empty
 * @param pattern the whole pattern in printed form, such as {@code /v1/user/<id>}
 * @param origin where it is written
 * @param facts what else the file says about the route
 */
public record DeclaredRoute(String method, String base, String pattern, Origin origin, RouteFacts facts) {
    /** @throws IllegalArgumentException if the pattern does not begin with a slash and with the base */
    public DeclaredRoute {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(origin, "origin");
        if (!pattern.startsWith("/") || !pattern.startsWith(base)) {
            throw new IllegalArgumentException(pattern + " is not a path pattern that begins with " + base);
        }
    }

    /**
     * A line of a routes file.
     *
     * @param file its name
     * @param line its number, from 1
     */
    public record Origin(String file, int line) {
        @Override
        public String toString() {
            return file + " line " + line;
        }
    }

    /** Returns this route with another pattern, which keeps the base if it begins with it. */
    DeclaredRoute withPattern(String other) {
        return new DeclaredRoute(method, other.startsWith(base) ? base : "", other, origin, facts);
    }

    /** Returns the pattern for matching requests. */
    StatedPattern stated() {
        return new StatedPattern(method, pattern);
    }
}
