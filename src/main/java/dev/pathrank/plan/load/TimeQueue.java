package dev.pathrank.plan.load;

import java.util.Arrays;

/** A double-ended queue of times in ascending order. */
final class TimeQueue {
    private long[] ring = new long[8];
    private int first;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Adds a time that is not before any other. */
    void addLast(long time) {
        if (size == ring.length) {
            long[] wider = Arrays.copyOf(ring, 2 * size);
            // The ring may begin in the middle: the part before its beginning moves behind the rest.
            System.arraycopy(ring, 0, wider, size, first);
            ring = wider;
        }
        ring[first + size & ring.length - 1] = time;
        size++;
    }

    /** Adds a time at its place, which is quick near the end. */
    void add(long time) {
        addLast(time);
        int at = first + size - 1;
        while (at > first && ring[at - 1 & ring.length - 1] > time) {
            ring[at & ring.length - 1] = ring[at - 1 & ring.length - 1];
            at--;
        }
        ring[at & ring.length - 1] = time;
    }

    long first() {
        return ring[first];
    }

    long last() {
        return ring[first + size - 1 & ring.length - 1];
    }

    long removeFirst() {
        long time = ring[first];
        first = first + 1 & ring.length - 1;
        size--;
        return time;
    }

    long removeLast() {
        size--;
        return ring[first + size & ring.length - 1];
    }

    void clear() {
        first = 0;
        size = 0;
    }
}
