package dev.pathrank.run;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Arrays that held one object and will hold the next. Those of objects of some size would otherwise fill the heap to its limit before the collector
 * looks at them, since they are nearly all that is allocated. Safe for use by several threads.
 */
final class BufferPool {
    /** Smaller ones are garbage that costs nothing. */
    private static final int WORTHWHILE = 64 << 10;

    private final Queue<byte[]> spares = new ConcurrentLinkedQueue<>();

    /** An array of at least {@code length} bytes, with anything in it, and of less than twice as many where they are many. */
    byte[] take(int length) {
        for (byte[] spare = length < WORTHWHILE ? null : spares.poll(); spare != null; spare = spares.poll()) {
            if (spare.length >= length && spare.length / 2 < length) {
                return spare;
            }
        }
        return new byte[length];
    }

    /** Takes back an array that nobody reads any more. */
    void giveBack(byte[] array) {
        if (array.length >= WORTHWHILE) {
            spares.add(array);
        }
    }
}
