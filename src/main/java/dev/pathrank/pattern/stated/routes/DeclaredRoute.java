package dev.pathrank.pattern.stated.routes;

import dev.pathrank.pattern.stated.StatedPattern;
import java.util.Objects;

/**
 * A route that the user's file declares.
 *
 * @param method in upper case, or {@link StatedPattern#ANY_METHOD}
 * @param base what the pattern begins with because a server's address does, such as {@code /v1}; often empty
 * @param pattern in the form that is printed, base and all: {@code /v1/user/<id>}
 * @param origin where it is written
 * @param facts what else the file says of it
 */
public record DeclaredRoute(String method, String base, String pattern, Origin origin, RouteFacts facts) {
    public DeclaredRoute {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(origin, "origin");
        if (!pattern.startsWith("/") || !pattern.startsWith(base)) {
            throw new IllegalArgumentException(pattern + " is no path pattern that begins with " + base);
        }
    }

    /**
     * A place in a routes file.
     *
     * @param line from 1
     */
    public record Origin(String file, int line) {
        @Override
        public String toString() {
            return file + " line " + line;
        }
    }

    DeclaredRoute withPattern(String other) {
        return new DeclaredRoute(method, other.startsWith(base) ? base : "", other, origin, facts);
    }

    /** The pattern as a tally wants it. */
    StatedPattern stated() {
        return new StatedPattern(method, pattern);
    }
}
