package dev.pathrank.run.fetch;

import dev.pathrank.tally.memory.Limits;

/** Division of the heap: the one place that decides what a run may hold in memory. */
public final class MemoryBudget {
    /**
     * Stored bytes that may have been fetched and not yet processed, unless the user says otherwise or the heap is
     * small.
     */
    public static final long FETCHED = 64L << 20;

    /** The least bytes that reading ahead can work with. */
    public static final long LEAST_FETCHED = 1L << 20;

    /**
     * Stored bytes up to which objects are fetched whole, as nearly all are; of larger ones this much is read ahead.
     */
    public static final int WHOLE_OBJECT = 8 << 20;

    /** Fraction of the heap that fetched bytes may take; the sums need the rest. */
    private static final int FETCHED_PART = 4;

    private static final int MOST_FETCHED_PART = 2;

    /** Code, buffers, and the ranking at the end. */
    private static final long EVERYTHING_ELSE = 64L << 20;

    private static final long LEAST = 16L << 20;

    private MemoryBudget() {}

    /** Returns the bytes that may be fetched ahead unless the user says otherwise. */
    public static long usuallyFetched() {
        return Math.max(LEAST_FETCHED, Math.min(FETCHED, Runtime.getRuntime().maxMemory() / FETCHED_PART));
    }

    /** Returns the most bytes that may be fetched ahead: half the heap, in whole MiB, as reading needs the rest. */
    public static long mostFetched() {
        long part = Runtime.getRuntime().maxMemory() / MOST_FETCHED_PART;
        return Math.max(LEAST_FETCHED, part - part % LEAST_FETCHED);
    }

    /**
     * Returns the stored bytes that are enough where all objects are on disk: of the object that each thread processes,
     * and of one more. Memory that is written for the first time costs more than a disk's answers.
     */
    public static long ofDisk(int threads) {
        return (threads + 1L) * WHOLE_OBJECT;
    }

    /** Returns the stored bytes held of one object at most, where {@code fetched} may be held in total. */
    static int ofOneObject(long fetched) {
        return (int) Math.min(WHOLE_OBJECT, fetched / 2);
    }

    /**
     * Returns what partial aggregates may weigh before they must be merged into the sum. Two full tallies must fit in
     * addition: the sum, and that of the one thread that continues while others wait.
     *
     * @param fetched bytes that may be fetched ahead
     * @param heap bytes of memory for the run
     */
    public static long forPartials(Limits limits, long fetched, long heap) {
        return Math.max(LEAST, heap - fetched - EVERYTHING_ELSE - 2 * fullTally(limits));
    }

    /** Returns what one tally may weigh. */
    public static long fullTally(Limits limits) {
        return limits.answered().weight() + limits.failed().weight() + limits.packedSeconds();
    }
}
