package dev.pathrank.run;

import java.util.concurrent.Semaphore;

/** A bound on the bytes that have been fetched and not yet processed, over all threads. */
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

    /** Gives back what was taken, by the same figure. */
    void giveBack(long bytes) {
        free.release(units(bytes));
    }

    // What is larger than all of the budget may still come, alone.
    private int units(long bytes) {
        return (int) Math.min(units, bytes / UNIT + 1);
    }
}
