package dev.pathrank.plan;

import java.util.Optional;

/**
 * The places that an endpoint has when the weights of the score change a little or a week is left out.
 *
 * @param best smallest rank; empty for what has no rank, as is {@code worst}
 * @param wide whether they lie so far apart that a human should decide
 */
public record RankBand(Optional<Long> best, Optional<Long> worst, boolean wide) {
    /** Nothing is ranked. */
    static final RankBand NONE = new RankBand(Optional.empty(), Optional.empty(), false);
}
