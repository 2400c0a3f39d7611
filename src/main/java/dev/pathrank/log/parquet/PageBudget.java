package dev.pathrank.log.parquet;

import dev.pathrank.io.IoRunnable;
import java.io.IOException;

/**
 * The memory and the work that the pages of one file may cost. The sizes that pages claim are checked against it before
 * anything is allocated, because a few bytes may claim, and even hold, many megabytes.
 */
final class PageBudget {
    /**
     * Bytes that the current pages and dictionaries of all columns may take together. Pages of one MB are usual; some
     * writers put 120,000 rows into one.
     */
    static final long MOST_HELD = Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 4);

    /** Bytes that the pages of one file may take in every thread at once. */
    private static final long HELD_BY_ALL =
            Runtime.getRuntime().maxMemory() / (4L * Runtime.getRuntime().availableProcessors());

    /** Bytes that each stored byte may be decompressed to, and those that even the smallest file may be. */
    private static final long MOST_DECODED = 4096;

    private static final long ALWAYS_DECODED = 64L << 20;

    private final long heldByAll;
    private final IoRunnable beforeMuchMemory;
    private boolean takesMuch;
    private long held;
    private long decodable;

    /**
     * @param stored bytes of the file
     * @param beforeMuchMemory called once, before more is held than all threads could hold at once
     */
    PageBudget(long stored, IoRunnable beforeMuchMemory) {
        this(stored, HELD_BY_ALL, beforeMuchMemory);
    }

    /** @param heldByAll bytes that all threads could hold at once */
    PageBudget(long stored, long heldByAll, IoRunnable beforeMuchMemory) {
        this.heldByAll = heldByAll;
        this.beforeMuchMemory = beforeMuchMemory;
        decodable = ALWAYS_DECODED + MOST_DECODED * Math.min(stored, Long.MAX_VALUE / MOST_DECODED / 2);
    }

    /**
     * Takes memory that a page will need.
     *
     * @return {@code bytes}
     * @throws IllegalArgumentException if that is more than there is
     */
    long hold(long bytes) throws IOException {
        if (bytes > left()) {
            throw new IllegalArgumentException("its pages need more than " + (MOST_HELD >> 20) + " MB at a time");
        }
        if (held + bytes > heldByAll && !takesMuch) {
            takesMuch = true;
            beforeMuchMemory.run();
        }
        held += bytes;
        return bytes;
    }

    /** Returns the bytes that can still be held. */
    long left() {
        return MOST_HELD - held;
    }

    /** Gives back what was {@linkplain #hold held}. */
    void release(long bytes) {
        held -= bytes;
    }

    /** Gives back everything that is held. */
    void releaseAll() {
        held = 0;
    }

    /**
     * Counts bytes that are about to be decompressed.
     *
     * @throws IllegalArgumentException if that is more than the bytes of the file can hold
     */
    void decode(long bytes) {
        decodable -= bytes;
        if (decodable < 0) {
            throw new IllegalArgumentException("its pages unpack to more than " + MOST_DECODED + " times its size");
        }
    }
}
