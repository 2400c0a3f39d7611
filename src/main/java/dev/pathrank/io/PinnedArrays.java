package dev.pathrank.io;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets native code that works on arrays take turns with garbage collection. The serial collector cannot move arrays in
 * use by such code, so up to Java 24 it passes over a request to collect all garbage meanwhile.
 */
public final class PinnedArrays {
    private static final ReadWriteLock TURNS = new ReentrantReadWriteLock();

    private PinnedArrays() {}

    /** Returns what a thread holds during a short call of native code; any number of threads may hold it at a time. */
    public static Lock shared() {
        return TURNS.readLock();
    }

    /** Collects all garbage, in a moment when no thread holds {@link #shared}; those that want to wait meanwhile. */
    public static void collectGarbage() {
        TURNS.writeLock().lock();
        try {
            System.gc();
        } finally {
            TURNS.writeLock().unlock();
        }
    }
}
