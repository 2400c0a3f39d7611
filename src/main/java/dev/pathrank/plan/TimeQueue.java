package dev.pathrank.plan;

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
