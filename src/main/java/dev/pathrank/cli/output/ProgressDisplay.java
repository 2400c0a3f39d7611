package dev.pathrank.cli.output;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Progress of reading: stored bytes done of those listed, rate, time left. On a terminal it is one line, written again
 * five times a second, so that somebody who watches sees that the program is alive. Elsewhere it is a line after the
 * first five seconds and every ten seconds from then on, for the log of a job.
 */
final class ProgressDisplay implements AutoCloseable {
    private static final double MEGABYTE = 1e6;
    private static final int UPDATE_EVERY_MS = 200;
    private static final Duration FIRST_LINE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    /** How long the line says that requests are repeated. */
    private static final Duration TOLD = Duration.ofSeconds(10);

    private static final int BAR_WIDTH = 16;
    private static final String RETRYING = ", retrying";
    private static final String BEGIN_OF_LINE = "\r";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";

    private final PrintStream err;
    private final long total;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final long startedAt;
    private final Timer timer = new Timer("pathrank-progress", true);
    private volatile long done;
    private volatile @Nullable Long throttledAt;
    private Duration nextLine = FIRST_LINE;
    private boolean closed;

    /** Creates a display that shows nothing by itself. */
    ProgressDisplay(long total, PrintStream err, boolean terminal, LongSupplier nanoTime) {
        this.total = total;
        this.err = err;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
    }

    /**
     * Shows progress from now on.
     *
     * @param bytes total number of bytes; 0 where that is not known
     * @param terminal whether {@code err} is a terminal
     */
    static ProgressDisplay of(long bytes, PrintStream err, boolean terminal) {
        ProgressDisplay display = new ProgressDisplay(bytes, err, terminal, System::nanoTime);
        display.timer.schedule(display.update(), 0, UPDATE_EVERY_MS);
        return display;
    }

    void stepTo(long bytes) {
        done = bytes;
    }

    /** Tells for a while that S3 asks for fewer requests and some are repeated, as reading seems to stand still. */
    void throttled() {
        throttledAt = nanoTime.getAsLong();
    }

    /** Ends the display, and takes the line away on a terminal. */
    @Override
    public synchronized void close() {
        closed = true;
        timer.cancel();
        if (terminal) {
            show("");
        }
    }

    private TimerTask update() {
        return new TimerTask() {
            @Override
            public void run() {
                showProgress();
            }
        };
    }

    /** Shows how far reading is; without a terminal only if a line is due. */
    synchronized void showProgress() {
        Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - startedAt);
        if (closed) {
            return;
        }
        if (terminal) {
            show(line(done, total, elapsed, isThrottled()));
        } else if (elapsed.compareTo(nextLine) >= 0) {
            nextLine = elapsed.plus(BETWEEN_LINES);
            err.println(words(done, total, elapsed, isThrottled(), ""));
            err.flush();
        }
    }

    private boolean isThrottled() {
        Long last = throttledAt;
        return last != null && nanoTime.getAsLong() - last < TOLD.toNanos();
    }

    private void show(String line) {
        err.print(BEGIN_OF_LINE + line + CLEAR_REST_OF_LINE);
        err.flush();
    }

    /**
     * Returns the words of the line, which fit the 79 columns that every usual terminal has.
     *
     * @param total total number of bytes; 0 where that is not known
     * @param retrying whether requests are repeated, so that nothing can be said of the time left
     */
    static String line(long done, long total, Duration elapsed, boolean retrying) {
        int full = (int) (share(done, total) * BAR_WIDTH);
        String bar = "=".repeat(full) + (full < BAR_WIDTH ? ">" + " ".repeat(BAR_WIDTH - full - 1) : "");
        return words(done, total, elapsed, retrying, "[" + bar + "] ");
    }

    private static double share(long done, long total) {
        return total <= 0 ? 0 : Math.min(1, (double) done / total);
    }

    private static String words(long done, long total, Duration elapsed, boolean retrying, String bar) {
        double seconds = Math.max(elapsed.toMillis(), 1) / 1e3;
        double rate = done / seconds;
        if (total <= 0) {
            String read = String.format(Locale.ROOT, "reading %,.0f MB, %.1f MB/s", done / MEGABYTE, rate / MEGABYTE);
            return retrying ? read + RETRYING : read;
        }
        String known = String.format(
                Locale.ROOT,
                "reading %3.0f %% %s%,.0f of %,.0f MB, %.1f MB/s",
                Math.floor(100 * share(done, total)),
                bar,
                done / MEGABYTE,
                total / MEGABYTE,
                rate / MEGABYTE);
        if (retrying) {
            return known + RETRYING;
        }
        return done > 0 ? known + ", " + left(Math.max(0, total - done) / rate) : known;
    }

    private static String left(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return String.format(Locale.ROOT, "%d:%02d left", whole / 60, whole % 60);
    }
}
