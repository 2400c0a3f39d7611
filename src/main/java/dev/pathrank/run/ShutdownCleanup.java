package dev.pathrank.run;

import dev.pathrank.io.IoRunnable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Clean-up that is done if the process is terminated (Ctrl-C, a closed terminal) before this is closed. What was
 * registered last is cleaned up first, so that work stops before the files that it writes are removed.
 */
public final class ShutdownCleanup implements AutoCloseable {
    private static final Deque<IoRunnable> PENDING = new ArrayDeque<>();
    private static boolean hooked;

    private final IoRunnable cleaning;

    private ShutdownCleanup(IoRunnable cleaning) {
        this.cleaning = cleaning;
    }

    /** Registers {@code cleaning}, which runs in a thread of its own. */
    public static ShutdownCleanup of(IoRunnable cleaning) {
        synchronized (PENDING) {
            if (!hooked) {
                Runtime.getRuntime().addShutdownHook(new Thread(ShutdownCleanup::cleanUp, "pathrank-end"));
                hooked = true;
            }
            PENDING.push(cleaning);
        }
        return new ShutdownCleanup(cleaning);
    }

    private static void cleanUp() {
        for (IoRunnable next = next(); next != null; next = next()) {
            try {
                next.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static @Nullable IoRunnable next() {
        synchronized (PENDING) {
            return PENDING.poll();
        }
    }

    /** Unregisters the clean-up. */
    @Override
    public void close() {
        synchronized (PENDING) {
            PENDING.remove(cleaning);
        }
    }
}
