package dev.pathrank.tally.memory;

import dev.pathrank.io.PinnedArrays;
import java.util.function.LongSupplier;

/**
 * Keeps the heap small while rows are counted. The serial collector looks at what has survived for a while only when
 * the heap is as large as it may be, though most of that may be garbage by then: names that were counted in full before
 * better ones came, and tallies that were merged or stored. So garbage is collected whenever much more is in use than
 * was left the last time. Safe for use by several threads.
 */
public final class HeapGrowth {
    /** Bytes in use below which nothing is done. */
    static final long SMALL = 160L << 20;

    private final LongSupplier inUse;
    private final Runnable collector;
    private long limit = SMALL;

    /** Watches the heap of this process. */
    public HeapGrowth() {
        this(
                () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(),
                PinnedArrays::collectGarbage);
    }

    /**
     * Watches something else.
     *
     * @param inUse bytes in use, garbage included
     * @param collector removes the garbage
     */
    HeapGrowth(LongSupplier inUse, Runnable collector) {
        this.inUse = inUse;
        this.collector = collector;
    }

    /**
     * Collects garbage if the heap has grown by three quarters since the last time; to be called after each object or
     * tally.
     */
    public synchronized void check() {
        if (inUse.getAsLong() > limit) {
            collector.run();
            limit = Math.max(SMALL, inUse.getAsLong() / 4 * 7);
        }
    }
}
