package dev.pathrank.io;

import java.io.IOException;

/**
 * Turns a value into another and may fail with an {@link IOException}, as {@link java.util.function.Function} may not.
 *
 * @param <T> the type of the value
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface IoFunction<T, R> {
    /** Returns the result for {@code value}. */
    R apply(T value) throws IOException;
}
