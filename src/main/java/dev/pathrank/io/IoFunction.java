package dev.pathrank.io;

import java.io.IOException;

/**
 * A function that may throw an {@link IOException}, which {@link java.util.function.Function} may not.
 *
 * @param <T> the type of the argument
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface IoFunction<T, R> {
    /** Returns the result for {@code argument}. */
    R apply(T argument) throws IOException;
}
