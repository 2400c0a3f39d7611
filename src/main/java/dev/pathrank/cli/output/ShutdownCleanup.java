package dev.pathrank.cli.output;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Cleans up when the process is told to end (Ctrl-C, a closed terminal): work stops, temporary files go, and what was not finished
 * stays unwritten.
 */
public final class ShutdownCleanup {
    private ShutdownCleanup() {}

    /** Carries out {@code work}; should the process end meanwhile, {@code cleaning} is done first. */
    public static <T> T cleanedBy(Cleaning cleaning, Work<T> work) throws IOException, InterruptedException {
        Thread hook = new Thread(() -> carryOut(cleaning), "pathrank-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.carryOut();
        } finally {
            remove(hook);
        }
    }

    private static void carryOut(Cleaning cleaning) {
        try {
            cleaning.clean();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook does its work.
        }
    }

    /** What must not be left behind. */
    @FunctionalInterface
    public interface Cleaning {
        void clean() throws IOException;
    }

    /** What may be cut short. */
    @FunctionalInterface
    public interface Work<T> {
        T carryOut() throws IOException, InterruptedException;
    }
}
