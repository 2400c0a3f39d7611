package dev.pathrank.run;

import dev.pathrank.run.fetch.MemoryBudget;
import dev.pathrank.tally.memory.HeapGrowth;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The sum of a run while threads still add to it. It also limits memory: when the partial aggregates of all threads
 * weigh too much, they are merged into the sum, and threads in the middle of an object continue one after the other.
 * That changes only the order of merging. Safe for use by several threads.
 */
final class Aggregator implements AutoCloseable {
    private final PartialAggregate sum;
    private final long budget;
    private final long most;
    private final AtomicLong partialWeight = new AtomicLong();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final HeapGrowth heap = new HeapGrowth();

    /**
     * Creates an empty sum.
     *
     * @param budget bytes that all partial aggregates may weigh together
     */
    Aggregator(RunSettings settings, long budget) {
        this.sum = new PartialAggregate(settings);
        this.most = MemoryBudget.fullTally(settings.tally().limits());
        this.budget = budget;
    }

    /** Updates the weight of {@code partial}. */
    void weigh(PartialAggregate partial) {
        partialWeight.addAndGet(partial.gained());
    }

    /** Returns whether partial aggregates should be merged now. */
    boolean isHeavy() {
        return partialWeight.get() > budget;
    }

    /** Merges {@code partial}, which cannot be used any more. */
    synchronized void take(PartialAggregate partial) throws IOException {
        sum.merge(partial);
        sum.spillTo(most);
        leave(partial);
    }

    /** Forgets the weight of an aggregate that was merged elsewhere or does not count. */
    void leave(PartialAggregate partial) {
        partialWeight.addAndGet(-partial.weighed());
    }

    /** Keeps the heap small; to be called after each object. */
    void limitHeap() {
        heap.check();
    }

    /** Waits for this thread's turn; returns at once if it has the turn already. */
    void awaitTurn() throws InterruptedException {
        if (!turn.isHeldByCurrentThread()) {
            turn.lockInterruptibly();
        }
    }

    /** Ends this thread's turn, if it has it. */
    void endTurn() {
        if (turn.isHeldByCurrentThread()) {
            turn.unlock();
        }
    }

    /** Returns the sum; called when no thread adds to it any more. */
    PartialAggregate total() {
        return sum;
    }

    @Override
    public void close() {
        sum.close();
    }
}
