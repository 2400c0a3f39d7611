package dev.pathrank.run.fetch;

import java.util.concurrent.Semaphore;

/** Limit for the bytes that are fetched and not yet processed, over all threads. */
final class ByteBudget {
    private static final int UNIT = 1024;

    private final int units;
    private final Semaphore free;

    ByteBudget(long bytes) {
        units = Math.toIntExact(bytes / UNIT);
        free = new Semaphore(units, true); // fair: a large object must not starve behind small ones
    }

    /** Waits until {@code bytes} more fit. */
    void take(long bytes) throws InterruptedException {
        free.acquire(units(bytes));
    }

    /** Releases what was taken, with the same number. */
    void giveBack(long bytes) {
        free.release(units(bytes));
    }

    // An object larger than the whole budget is fetched alone.
    private int units(long bytes) {
        return (int) Math.min(units, (bytes + UNIT - 1) / UNIT);
    }
}
