package dev.pathrank.run;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The sum of a run while threads still add to it. It also bounds memory: when what threads have added up beside it grows too heavy,
 * they hand it in, and those in the middle of an object go on one after the other. That changes nothing but the order of merging.
 * Safe for use by several threads.
 */
final class Aggregator implements AutoCloseable {
    private final PartialAggregate sum;
    private final long budget;
    private final long most;
    private final AtomicLong beside = new AtomicLong();
    private final ReentrantLock turn = new ReentrantLock(true);

    /** @param budget bytes that shares beside the sum may weigh together */
    Aggregator(RunSettings settings, long budget) {
        this.sum = new PartialAggregate(settings);
        this.most = MemoryBudget.fullTally(settings.tally().limits());
        this.budget = budget;
    }

    /** Notes what {@code share} weighs by now. */
    void weigh(PartialAggregate share) {
        beside.addAndGet(share.gained());
    }

    /** Whether threads should hand in what they have. */
    boolean isHeavy() {
        return beside.get() > budget;
    }

    /** Adds all that {@code share} holds, which is then used up. */
    synchronized void take(PartialAggregate share) throws IOException {
        sum.merge(share);
        sum.spillTo(most);
        leave(share);
    }

    /** Forgets a share that was handed in elsewhere or counts not at all. */
    void leave(PartialAggregate share) {
        beside.addAndGet(-share.weighed());
    }

    /** Waits until no other thread goes on with a heavy share; may be asked again by the thread whose turn it is. */
    void awaitTurn() throws InterruptedException {
        if (!turn.isHeldByCurrentThread()) {
            turn.lockInterruptibly();
        }
    }

    /** Lets another thread go on, if it was this one's turn. */
    void endTurn() {
        if (turn.isHeldByCurrentThread()) {
            turn.unlock();
        }
    }

    /** The sum, once no thread adds to it any more. */
    PartialAggregate total() {
        return sum;
    }

    @Override
    public void close() {
        sum.close();
    }
}
