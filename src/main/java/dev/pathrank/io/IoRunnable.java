package dev.pathrank.io;

import java.io.IOException;

/** Does something and may fail with an {@link IOException}, as {@link Runnable} may not. */
@FunctionalInterface
public interface IoRunnable {
    /** Does it. */
    void run() throws IOException;
}
