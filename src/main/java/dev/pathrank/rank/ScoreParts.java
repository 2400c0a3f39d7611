package dev.pathrank.rank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * Everything that a score is made of, each from 0 to 1, so that nobody has to trust a single number (migration-order
 * reference, sections 1 and 4). A term without data is empty and counts as {@link #NEUTRAL}.
 *
 * @param value how much of the load it takes off the backend: log of origin calls against the most called candidate
 * @param uneven 1 − mean rate ÷ peak rate of origin calls; empty without an origin call
 * @param brief 1 at a p95 of 0.1 s down to 0 at 29 s on a log scale; empty without a timed call
 * @param predictable twice p50 ÷ p95, at most 1; empty without a timed call
 * @param readOnly whether the method is safe by RFC 9110
 * @param variables placeholders in the pattern
 * @param sensitive 1 where the user says that it handles sign-in or personal data, else 0
 * @param share calls against a fifth of all calls, at most 1
 * @param errors 5xx answers against 5 % of its calls, at most 1
 * @param statedEase what the user's complexity says of the ease, 1 (trivial) to 0; empty where nobody said
 */
public record ScoreParts(
        double value,
        OptionalDouble uneven,
        OptionalDouble brief,
        OptionalDouble predictable,
        boolean readOnly,
        int variables,
        double sensitive,
        double share,
        double errors,
        OptionalDouble statedEase) {
    /** What a term without data counts as (contract). */
    public static final double NEUTRAL = 0.5;

    public ScoreParts {
        if (!isPart(value) || !isPart(sensitive) || !isPart(share) || !isPart(errors)) {
            throw new IllegalArgumentException(
                    "not from 0 to 1: one of " + value + ", " + sensitive + ", " + share + ", " + errors);
        }
        if (!isPart(uneven.orElse(0)) || !isPart(brief.orElse(0)) || !isPart(predictable.orElse(0))) {
            throw new IllegalArgumentException("not from 0 to 1: one of " + uneven + ", " + brief + ", " + predictable);
        }
    }

    /** Nobody said how complex it is. */
    public ScoreParts(
            double value,
            OptionalDouble uneven,
            OptionalDouble brief,
            OptionalDouble predictable,
            boolean readOnly,
            int variables,
            double sensitive,
            double share,
            double errors) {
        this(value, uneven, brief, predictable, readOnly, variables, sensitive, share, errors, OptionalDouble.empty());
    }

    private static boolean isPart(double part) {
        return part >= 0 && part <= 1;
    }

    /** F, how well it suits functions: uneven and short work does, steady and long work does not. */
    public double fit() {
        return 0.6 * uneven.orElse(NEUTRAL) + 0.4 * brief.orElse(NEUTRAL);
    }

    /** E, how easy it is to move: what the user says, else it only reads, has few variables and takes about the same time always. */
    public double ease() {
        return statedEase.orElseGet(this::seenEase);
    }

    private double seenEase() {
        return 0.5 * (readOnly ? 1 : 0) + 0.2 / (1 + variables) + 0.3 * predictable.orElse(NEUTRAL);
    }

    /** R, what a failed move would cost. */
    public double risk() {
        return 0.4 * sensitive + 0.3 * share + 0.2 * (readOnly ? 0 : 1) + 0.1 * errors;
    }

    /** 0 to 100, rounded half up to one decimal. */
    public double score(Weights weights) {
        double exact = 100
                * (weights.value() * value
                        + weights.fit() * fit()
                        + weights.ease() * ease()
                        + weights.risk() * (1 - risk()));
        return BigDecimal.valueOf(exact).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
