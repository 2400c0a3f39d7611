package dev.pathrank.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The bar itself: bytes done of bytes listed, rate, time left. Only here is its library known, so that nobody else loads it. */
final class ProgressDisplay implements AutoCloseable {
    private static final long MEGABYTE = 1_000_000;
    private static final int UPDATE_EVERY_MS = 200;

    /** Fits every usual terminal; asking for the real width would take a native library. */
    private static final int WIDTH = 79;

    private final ProgressBar bar;

    private ProgressDisplay(ProgressBar bar) {
        this.bar = bar;
    }

    /** @param bytes all that will come; 0 where that is not known */
    static ProgressDisplay of(long bytes, PrintStream err) {
        return new ProgressDisplay(new ProgressBarBuilder()
                .setTaskName("reading")
                .setInitialMax(bytes == 0 ? -1 : bytes)
                .setUnit(" MB", MEGABYTE)
                .showSpeed()
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_EVERY_MS)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .clearDisplayOnFinish()
                .build());
    }

    void stepTo(long bytes) {
        bar.stepTo(bytes);
    }

    @Override
    public void close() {
        bar.close();
    }
}
