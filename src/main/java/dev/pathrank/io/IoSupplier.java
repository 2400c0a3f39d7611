package dev.pathrank.io;

import java.io.IOException;

/**
 * A supplier that may throw an {@link IOException}, which {@link java.util.function.Supplier} may not.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface IoSupplier<T> {
    /** Returns the value. */
    T get() throws IOException;
}
