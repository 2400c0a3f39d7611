package dev.pathrank.rank;

/**
 * The weights of the parts of the score, which add up to 1 (docs/score.md).
 *
 * @param value of {@link ScoreParts#value()}
 * @param fit of {@link ScoreParts#fit()}
 * @param ease of {@link ScoreParts#ease()}
 * @param risk of the absence of {@link ScoreParts#risk()}
 */
public record Weights(double value, double fit, double ease, double risk) {
    // Decimal fractions such as 0.1 + 0.2 are not exact in binary, so the sum may miss 1 slightly.
    private static final double SUM_TOLERANCE = 1e-9;

    public Weights {
        double sum = value + fit + ease + risk;
        if (!(Math.min(Math.min(value, fit), Math.min(ease, risk)) >= 0) || Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalArgumentException("weights must be 0 or more and sum up to 1, not to " + sum);
        }
    }
}
