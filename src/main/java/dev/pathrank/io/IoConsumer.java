package dev.pathrank.io;

import java.io.IOException;

/**
 * A consumer that may throw an {@link IOException}, which {@link java.util.function.Consumer} may not.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface IoConsumer<T> {
    /** Accepts {@code value}. */
    void accept(T value) throws IOException;
}
