package dev.pathrank.log;

import dev.pathrank.text.Hash;

/**
 * What a row of a sampled log stands for. At 25 % every row stands for four calls. At 30 % it would be 3.33: then two
 * of three rows stand for three calls and one for four, and which one is told by a hash of the row's own bytes, so that
 * the sum is a whole number that depends on no order.
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

    /** How many calls the row in a range stands for. */
    public int calls(byte[] bytes, int from, int to) {
        if (remainder == 0) {
            return least;
        }
        return least + (Long.remainderUnsigned(Hash.of(bytes, from, to), percent) < remainder ? 1 : 0);
    }
}
