package dev.pathrank.rank;

/**
 * The ranks of an endpoint when the weights of the score change a little, or a week of the logs is left out.
 *
 * @param best the smallest rank, the present one included
 * @param worst the largest rank, the present one included
 * @param candidates how many are ranked
 */
public record RankRange(int best, int worst, int candidates) {
    /** A range of fewer places is no reason to doubt. */
    private static final int NARROW = 3;

    /** A range is wide if it holds more than one part in this many of all candidates. */
    private static final int PART = 5;

    public RankRange {
        if (best < 1 || worst < best || candidates < worst) {
            throw new IllegalArgumentException("ranks " + best + " to " + worst + " of " + candidates);
        }
    }

    /** Returns whether the range is so wide that a human should decide. */
    public boolean isWide() {
        return worst - best >= NARROW && (worst - best) * PART > candidates;
    }

    RankRange with(int rank) {
        return new RankRange(Math.min(best, rank), Math.max(worst, rank), candidates);
    }
}
