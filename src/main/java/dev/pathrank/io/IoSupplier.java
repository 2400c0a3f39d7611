package dev.pathrank.io;

import java.io.IOException;

/**
 * Supplies a value and may fail with an {@link IOException}, as {@link java.util.function.Supplier} may not.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface IoSupplier<T> {
    /** Returns the value. */
    T get() throws IOException;
}
