package dev.pathrank.tally.seconds;

import java.util.Arrays;

/**
 * The calls of one endpoint that are in flight in each second of a window of a day's length: a view that is reused for
 * the next endpoint. In each second a call is <em>whole</em>, if it covers the second, or a <em>part</em>.
 */
public final class InFlight {
    private static final int WORD_BITS = 6;
    private static final int RARE_FROM = SecondField.OVER_29_S.ordinal();
    private static final int FIGURES = Figure.values().length;

    /** How many figures and rare sums there are. */
    static final int COLUMNS = FIGURES + SecondField.values().length - RARE_FROM;

    /** A figure of a second. */
    public enum Figure {
        /** Long calls that cover the whole second. */
        WHOLE,
        /** Milliseconds of the calls that cover a part of the second. */
        PART_MS,
        /** How many calls cover a part of it, at most: without milliseconds in the log they may. */
        PARTS,
        /** Calls that ended in the second. */
        CALLS,
        /** The short ones of them. */
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

    /** The figures, then the rare sums from {@link SecondField#OVER_29_S} on. */
    private final long[][] figures;

    private final boolean[] used;
    private final long[] touched;
    private final int[] seconds;
    private int size;

    InFlight(int span) {
        figures = new long[COLUMNS][span];
        used = new boolean[COLUMNS];
        touched = new long[(span >> WORD_BITS) + 1];
        seconds = new int[span];
    }

    void add(Figure figure, int second, long amount) {
        add(figure.ordinal(), second, amount);
    }

    /** Returns the column of a rare sum. */
    static int column(SecondField field) {
        return FIGURES + field.ordinal() - RARE_FROM;
    }

    /** Returns the amounts of a figure by second; {@link #touch} each second, and {@link #use} what is changed. */
    long[] of(Figure figure) {
        return figures[figure.ordinal()];
    }

    /** Notes that figures may no longer be 0. */
    void use(Figure... changed) {
        for (Figure figure : changed) {
            used[figure.ordinal()] = true;
        }
    }

    /** Notes that a figure of a second is no longer 0. */
    void touch(int second) {
        touched[second >> WORD_BITS] |= 1L << second;
    }

    /** Adds to a column: a figure by its ordinal, or a rare sum. */
    void add(int column, int second, long amount) {
        figures[column][second] += amount;
        used[column] = true;
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
                for (int column = 0; column < COLUMNS; column++) {
                    if (used[column]) {
                        figures[column][second] = 0;
                    }
                }
            }
            touched[word] = 0;
        }
        Arrays.fill(used, false);
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

    /** Returns the sum of a field from {@link SecondField#OVER_29_S} on, of the calls that ended in a second. */
    public long at(int second, SecondField rare) {
        return figures[column(rare)][second];
    }

    /** Returns whether any second has such a sum. */
    public boolean uses(SecondField rare) {
        return used[column(rare)];
    }

    long column(int column, int second) {
        return figures[column][second];
    }
}
