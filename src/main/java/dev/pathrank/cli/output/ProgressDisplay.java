package dev.pathrank.cli.output;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress bar: bytes done of bytes listed, rate, time left. The only class that knows the library of the bar, which is
 * not loaded without it.
 */
final class ProgressDisplay implements AutoCloseable {
    private static final long MEGABYTE = 1_000_000;
    private static final int UPDATE_EVERY_MS = 200;
    private static final String BEGIN_OF_LINE = "\r";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";

    /** Columns that every usual terminal has; asking for the real number would take a native library. */
    private static final int WIDTH = 79;

    private final PrintStream err;
    private final ProgressBar bar;

    private ProgressDisplay(PrintStream err, ProgressBar bar) {
        this.err = err;
        this.bar = bar;
    }

    /**
     * Shows a bar.
     *
     * @param bytes total number of bytes; 0 where that is not known
     */
    static ProgressDisplay of(long bytes, PrintStream err) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("reading")
                .setInitialMax(bytes == 0 ? -1 : bytes)
                .setUnit(" MB", MEGABYTE)
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_EVERY_MS)
                .setConsumer(new DelegatingProgressBarConsumer(line -> show(err, line), WIDTH))
                .build();
        return new ProgressDisplay(err, bar);
    }

    void stepTo(long bytes) {
        bar.stepTo(bytes);
    }

    @Override
    public void close() {
        bar.close();
        show(err, "");
    }

    private static void show(PrintStream err, String line) {
        err.print(BEGIN_OF_LINE + line + CLEAR_REST_OF_LINE);
        err.flush();
    }
}
