package dev.pathrank.rank;

/**
 * The places that an endpoint has when the weights of the score change a little, or a week of the logs is left out.
 *
 * @param best the smallest rank, the present one included; {@code worst} the largest
 * @param candidates how many are ranked
 */
public record RankRange(int best, int worst, int candidates) {
    /** A band of fewer places is no reason to doubt. */
    private static final int NARROW = 3;

    /** A band is wide from this part of all candidates on. */
    private static final int PART = 5;

    public RankRange {
        if (best < 1 || worst < best || candidates < worst) {
            throw new IllegalArgumentException("ranks " + best + " to " + worst + " of " + candidates);
        }
    }

    /** Whether a human should decide: the order says little about this endpoint. */
    public boolean isWide() {
        return worst - best >= NARROW && (worst - best) * PART > candidates;
    }

    RankRange with(int rank) {
        return new RankRange(Math.min(best, rank), Math.max(worst, rank), candidates);
    }
}
