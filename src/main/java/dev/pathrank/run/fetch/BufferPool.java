package dev.pathrank.run.fetch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Pool of arrays for stored objects. They are nearly all that is allocated, so that without a pool they would fill the
 * heap to its limit before the collector runs. Safe for use by several threads.
 */
final class BufferPool {
    /** Bytes of an array that is worth being kept; smaller ones are cheap garbage. */
    private static final int WORTHWHILE = 64 << 10;

    private final Queue<byte[]> spares = new ConcurrentLinkedQueue<>();

    /**
     * Returns an array of at least {@code length} bytes, with any content; a large one has less than twice the length.
     */
    byte[] take(int length) {
        for (byte[] spare = length < WORTHWHILE ? null : spares.poll(); spare != null; spare = spares.poll()) {
            if (spare.length >= length && spare.length / 2 < length) {
                return spare;
            }
        }
        return new byte[length];
    }

    /** Lets go of all arrays, where memory is short. */
    void clear() {
        spares.clear();
    }

    /** Takes back an array that is no longer used. */
    void giveBack(byte[] array) {
        if (array.length >= WORTHWHILE) {
            spares.add(array);
        }
    }
}
