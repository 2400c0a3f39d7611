package dev.pathrank.tally.seconds;

import java.util.Arrays;

/**
 * A radix sort for keys that differ in few bits, each with a value that moves along, in a tenth of the time of a sort
 * by comparison. It keeps its second pair of arrays for the next sort.
 */
final class RadixSort {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private long[] spareKeys = {};
    private int[] spareValues = {};
    private long[] keys = {};
    private int[] values = {};

    /**
     * Sorts the first {@code size} keys. {@link #keys()} and {@link #values()} then return the sorted ones: these
     * arrays or others of their length. The other pair is kept for the next sort.
     *
     * @param unsorted not negative
     */
    void sort(long[] unsorted, int[] unsortedValues, int size) {
        keys = unsorted;
        values = unsortedValues;
        long differing = differing(unsorted, size);
        if (differing == 0) {
            return;
        }
        if (spareKeys.length != unsorted.length) {
            spareKeys = new long[unsorted.length];
            spareValues = new int[unsorted.length];
        }
        int[] places = new int[DIGITS];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            if ((differing >>> shift & DIGITS - 1) != 0) {
                byDigit(size, shift, places);
            }
        }
    }

    /** Returns the sorted keys. */
    long[] keys() {
        return keys;
    }

    /** Returns the values of the sorted keys. */
    int[] values() {
        return values;
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

    /** Moves the keys to the spare array in the order of one digit; keys of the same digit keep their order. */
    private void byDigit(int size, int shift, int[] places) {
        long[] from = keys;
        int[] fromValues = values;
        long[] to = spareKeys;
        int[] toValues = spareValues;
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
            int place = places[digit(from[i], shift)]++;
            to[place] = from[i];
            toValues[place] = fromValues[i];
        }
        keys = to;
        values = toValues;
        spareKeys = from;
        spareValues = fromValues;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & DIGITS - 1;
    }

    /** Returns bytes held beside the arrays that are sorted. */
    long weight() {
        return (long) (Long.BYTES + Integer.BYTES) * spareKeys.length;
    }

    /** Releases the second pair of arrays. */
    void release() {
        spareKeys = new long[0];
        spareValues = new int[0];
        keys = spareKeys;
        values = spareValues;
    }
}
