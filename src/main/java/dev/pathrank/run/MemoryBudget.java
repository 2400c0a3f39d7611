package dev.pathrank.run;

import dev.pathrank.tally.Limits;

/** How the heap is shared out: the one place where a run decides what it may hold in memory. */
final class MemoryBudget {
    /** Stored bytes that may have been fetched and not yet processed, unless the user says otherwise. */
    static final long FETCHED = 64L << 20;

    /** Less than this is too little to read ahead with. */
    static final long LEAST_FETCHED = 1L << 20;

    /** Objects up to this stored size are fetched whole; CloudFront's own are far smaller. Of larger ones so much is read ahead. */
    static final int WHOLE_OBJECT = 8 << 20;

    /** Part of the heap that fetched bytes may take: the sums need the rest. */
    private static final int FETCHED_PART = 4;

    /** Code, buffers, and the ranking at the end. */
    private static final long EVERYTHING_ELSE = 64L << 20;

    private static final long LEAST = 16L << 20;

    private MemoryBudget() {}

    /** The most bytes that may be fetched ahead with this heap. */
    static long mostFetched() {
        return Math.max(FETCHED, Runtime.getRuntime().maxMemory() / FETCHED_PART);
    }

    /** Stored bytes of one object that are held at the most, where {@code fetched} may be held in all. */
    static int ofOneObject(long fetched) {
        return (int) Math.min(WHOLE_OBJECT, fetched / 2);
    }

    /**
     * What threads may have added up beside the sum before they must hand it in. Two full tallies must fit besides: the sum, and that
     * of the one thread that goes on while others wait.
     *
     * @param fetched bytes that may be held fetched ahead
     * @param heap bytes that the run has to itself
     */
    static long besideSum(Limits limits, long fetched, long heap) {
        return Math.max(LEAST, heap - fetched - EVERYTHING_ELSE - 2 * fullTally(limits));
    }

    /** What one tally may weigh. */
    static long fullTally(Limits limits) {
        return limits.answered().weight() + limits.failed().weight() + limits.packedSeconds();
    }
}
