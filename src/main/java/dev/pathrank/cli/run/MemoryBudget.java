package dev.pathrank.cli.run;

import dev.pathrank.tally.Limits;

/** How the heap is shared out: the one place where a run decides what it may hold in memory. */
final class MemoryBudget {
    /** Stored bytes that have been fetched and not yet processed, whatever the number of threads. */
    static final long FETCHED = 64L << 20;

    /** Objects up to this stored size are fetched whole; CloudFront's own are far smaller. */
    static final int WHOLE_OBJECT = 8 << 20;

    /** Code, buffers, and the ranking at the end. */
    private static final long EVERYTHING_ELSE = 64L << 20;

    private static final long LEAST = 16L << 20;

    private MemoryBudget() {}

    /**
     * What threads may have added up beside the sum before they must hand it in. Two full tallies must fit besides: the sum, and that
     * of the one thread that goes on while others wait.
     *
     * @param heap bytes that the run has to itself
     */
    static long besideSum(Limits limits, long heap) {
        return Math.max(LEAST, heap - FETCHED - EVERYTHING_ELSE - 2 * fullTally(limits));
    }

    /** What one tally may weigh. */
    static long fullTally(Limits limits) {
        return limits.answered().weight() + limits.failed().weight() + limits.packedSeconds();
    }
}
