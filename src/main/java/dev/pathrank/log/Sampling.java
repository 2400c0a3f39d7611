package dev.pathrank.log;

import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Hash;

/**
 * The number of calls that a row of a sampled log stands for. At 25 % every row stands for four calls. At 30 % it would
 * be 3.33, so two of three rows stand for three calls and one for four. A hash of the row's own bytes decides which, so
 * the sum is a whole number and does not depend on the order of rows.
 */
public final class Sampling {
    private static final int ALL = 100;

    private final int least;
    private final int remainder;
    private final int percent;

    /** @param percent of the requests are in the log, 1 to 100 */
    public Sampling(int percent) {
        this.percent = percent;
        this.least = ALL / percent;
        this.remainder = ALL % percent;
    }

    /** Returns how many calls a row stands for, 1 to 100. */
    public int calls(ByteSlice row) {
        if (remainder == 0) {
            return least;
        }
        return least + (Long.remainderUnsigned(Hash.of(row), percent) < remainder ? 1 : 0);
    }
}
