package dev.pathrank.cli;

import dev.pathrank.cli.run.Run;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Cleans up when the process is told to end (Ctrl-C, a closed terminal): work stops, temporary files go, and what was not finished
 * stays unwritten. Closed when the run ends by itself.
 */
final class EndOfProcess implements AutoCloseable {
    private final Thread hook;

    private EndOfProcess(Thread hook) {
        this.hook = hook;
    }

    static EndOfProcess closing(Run run, Outputs outputs) {
        Thread hook = new Thread(() -> close(run, outputs), "pathrank-end");
        Runtime.getRuntime().addShutdownHook(hook);
        return new EndOfProcess(hook);
    }

    private static void close(Run run, Outputs outputs) {
        run.close();
        try {
            outputs.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook does its work.
        }
    }
}
