package dev.pathrank.tally.seconds;

import java.util.Arrays;

/**
 * The calls of one endpoint that are in flight in each second of a window of a day's length: a view that is reused for
 * the next endpoint. In each second a call is <em>whole</em>, if it covers the second, or a <em>part</em>.
 */
public final class InFlight {
    private static final int WORD_BITS = 6;

    /** A figure of a second. */
    public enum Figure {
        /** Long calls that cover the whole second. */
        WHOLE,
        /** Milliseconds of the calls that cover a part of the second. */
        PART_MS,
        /** How many calls cover a part of it, at most: without milliseconds in the log they may. */
        PARTS,
        /** Short calls that ended in the second. */
        SHORT,
        /** Milliseconds that they took. */
        SHORT_MS,
        /** Calls that ended in the second and were not timed. */
        UNTIMED,
        /** Long calls that began in the second. */
        LONG,
        /** Milliseconds that these take. */
        LONG_MS
    }

    private final long[][] figures;
    private final long[] touched;
    private final int[] seconds;
    private int size;

    InFlight(int span) {
        figures = new long[Figure.values().length][span];
        touched = new long[(span >> WORD_BITS) + 1];
        seconds = new int[span];
    }

    void add(Figure figure, int second, long amount) {
        figures[figure.ordinal()][second] += amount;
        touched[second >> WORD_BITS] |= 1L << second;
    }

    /** Lists the touched seconds in order. */
    void finish() {
        size = 0;
        for (int word = 0; word < touched.length; word++) {
            for (long bits = touched[word]; bits != 0; bits &= bits - 1) {
                seconds[size++] = (word << WORD_BITS) + Long.numberOfTrailingZeros(bits);
            }
        }
    }

    /** Shortens the list to the seconds before {@code end}. */
    void endAt(int end) {
        int at = Arrays.binarySearch(seconds, 0, size, end);
        size = at >= 0 ? at : -at - 1;
    }

    /** Sets every touched second to 0. */
    void clear() {
        for (int word = 0; word < touched.length; word++) {
            for (long bits = touched[word]; bits != 0; bits &= bits - 1) {
                int second = (word << WORD_BITS) + Long.numberOfTrailingZeros(bits);
                for (long[] figure : figures) {
                    figure[second] = 0;
                }
            }
            touched[word] = 0;
        }
        size = 0;
    }

    /** Returns how many seconds have a figure. */
    public int size() {
        return size;
    }

    /** Returns the second of that index, ascending, from 0 at the beginning of the window. */
    public int second(int index) {
        return seconds[index];
    }

    /** Returns a figure of a second. */
    public long at(int second, Figure figure) {
        return figures[figure.ordinal()][second];
    }
}
