package dev.pathrank.io;

import java.io.IOException;

/**
 * Takes a value and may fail with an {@link IOException}, as {@link java.util.function.Consumer} may not.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface IoConsumer<T> {
    /** Takes {@code value}. */
    void accept(T value) throws IOException;
}
