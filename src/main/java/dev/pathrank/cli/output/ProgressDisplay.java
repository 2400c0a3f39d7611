package dev.pathrank.cli.output;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Progress line on a terminal: bytes done of bytes listed, rate, time left. It is written again five times a second, so
 * that somebody who watches sees that the program is alive.
 */
final class ProgressDisplay implements AutoCloseable {
    private static final double MEGABYTE = 1e6;
    private static final int UPDATE_EVERY_MS = 200;
    private static final int BAR_WIDTH = 16;
    private static final String BEGIN_OF_LINE = "\r";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";

    private final PrintStream err;
    private final long total;
    private final long startedAt = System.nanoTime();
    private final Timer timer = new Timer("pathrank-progress", true);
    private volatile long done;
    private boolean closed;

    private ProgressDisplay(long total, PrintStream err) {
        this.total = total;
        this.err = err;
    }

    /**
     * Shows a line.
     *
     * @param bytes total number of bytes; 0 where that is not known
     */
    static ProgressDisplay of(long bytes, PrintStream err) {
        ProgressDisplay display = new ProgressDisplay(bytes, err);
        display.timer.schedule(display.update(), 0, UPDATE_EVERY_MS);
        return display;
    }

    void stepTo(long bytes) {
        done = bytes;
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        closed = true;
        timer.cancel();
        show("");
    }

    private TimerTask update() {
        return new TimerTask() {
            @Override
            public void run() {
                showProgress();
            }
        };
    }

    private synchronized void showProgress() {
        if (!closed) {
            show(line(done, total, Duration.ofNanos(System.nanoTime() - startedAt)));
        }
    }

    private void show(String line) {
        err.print(BEGIN_OF_LINE + line + CLEAR_REST_OF_LINE);
        err.flush();
    }

    /**
     * Returns the words of the line, which fit the 79 columns that every usual terminal has.
     *
     * @param total total number of bytes; 0 where that is not known
     */
    static String line(long done, long total, Duration elapsed) {
        double seconds = Math.max(elapsed.toMillis(), 1) / 1e3;
        double rate = done / seconds;
        if (total <= 0) {
            return String.format(Locale.ROOT, "reading %,.0f MB, %.1f MB/s", done / MEGABYTE, rate / MEGABYTE);
        }
        double share = Math.min(1, (double) done / total);
        int full = (int) (share * BAR_WIDTH);
        String bar = "=".repeat(full) + (full < BAR_WIDTH ? ">" + " ".repeat(BAR_WIDTH - full - 1) : "");
        String known = String.format(
                Locale.ROOT,
                "reading %3.0f %% [%s] %,.0f of %,.0f MB, %.1f MB/s",
                Math.floor(100 * share),
                bar,
                done / MEGABYTE,
                total / MEGABYTE,
                rate / MEGABYTE);
        return done > 0 ? known + ", " + left(Math.max(0, total - done) / rate) : known;
    }

    private static String left(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return String.format(Locale.ROOT, "%d:%02d left", whole / 60, whole % 60);
    }
}
