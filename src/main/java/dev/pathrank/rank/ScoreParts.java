package dev.pathrank.rank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a score is made of (docs/score.md), each term from 0 to 1, so that no single number has to be
 * trusted. A term without data is null and counts as {@link #NEUTRAL}.
 *
 * <p>The weights of the terms within each part are a proposal, fitted to nothing.
 *
 * @param value how much of the load it takes off the origin: log of origin calls against the most called candidate
 * @param fit how well it suits functions
 * @param ease how easy it is to move
 * @param risk what a failed move would cost
 */
public record ScoreParts(double value, Fit fit, Ease ease, Risk risk) {
    /** What a term without data counts as (contract: "Kinds, order, score"). */
    public static final double NEUTRAL = 0.5;

    /**
     * F: uneven and short work suits functions, steady and long work does not.
     *
     * @param uneven 1 − mean rate ÷ peak rate of origin calls; null without an origin call
     * @param brief 1 at a p95 of 0.1 s down to 0 at 29 s on a log scale; null without a timed call
     */
    public record Fit(@Nullable Double uneven, @Nullable Double brief) {
        private static final double UNEVEN_WEIGHT = 0.6;
        private static final double BRIEF_WEIGHT = 0.4;

        public Fit {
            requireParts(orNeutral(uneven), orNeutral(brief));
        }

        /** 0 to 1. */
        double score() {
            return UNEVEN_WEIGHT * orNeutral(uneven) + BRIEF_WEIGHT * orNeutral(brief);
        }
    }

    /**
     * E: what the user says, else whether it only reads, has few placeholders and always takes about the same time.
     *
     * @param readOnly whether the method is safe by RFC 9110
     * @param placeholders how many the pattern has
     * @param predictable twice p50 ÷ p95, at most 1; null without a timed call
     * @param stated what the user's complexity says of the ease, 1 (trivial) to 0; null where nobody said
     */
    public record Ease(
            boolean readOnly,
            int placeholders,
            @Nullable Double predictable,
            @Nullable Double stated) {
        private static final double READ_ONLY_WEIGHT = 0.5;
        private static final double PLACEHOLDERS_WEIGHT = 0.2;
        private static final double PREDICTABLE_WEIGHT = 0.3;

        public Ease {
            requireParts(orNeutral(predictable));
        }

        /** 0 to 1. */
        double score() {
            return stated != null
                    ? stated
                    : READ_ONLY_WEIGHT * (readOnly ? 1 : 0)
                            + PLACEHOLDERS_WEIGHT / (1 + placeholders)
                            + PREDICTABLE_WEIGHT * orNeutral(predictable);
        }
    }

    /**
     * R: what a failed move would cost.
     *
     * @param sensitive 1 where the user says that it handles sign-in or personal data, else 0
     * @param share calls against a fifth of all calls, at most 1
     * @param writes whether the method may change something
     * @param errors 5xx answers against 5 % of its calls, at most 1
     */
    public record Risk(double sensitive, double share, boolean writes, double errors) {
        private static final double SENSITIVE_WEIGHT = 0.4;
        private static final double SHARE_WEIGHT = 0.3;
        private static final double WRITES_WEIGHT = 0.2;
        private static final double ERRORS_WEIGHT = 0.1;

        public Risk {
            requireParts(sensitive, share, errors);
        }

        /** 0 to 1. */
        public double score() {
            return SENSITIVE_WEIGHT * sensitive
                    + SHARE_WEIGHT * share
                    + WRITES_WEIGHT * (writes ? 1 : 0)
                    + ERRORS_WEIGHT * errors;
        }
    }

    public ScoreParts {
        requireParts(value);
    }

    private static void requireParts(double... parts) {
        for (double part : parts) {
            if (!(part >= 0 && part <= 1)) {
                throw new IllegalArgumentException("not from 0 to 1: " + part);
            }
        }
    }

    private static double orNeutral(@Nullable Double term) {
        return term == null ? NEUTRAL : term;
    }

    /** 0 to 100, rounded half up to one decimal. */
    public double score(Weights weights) {
        double exact = 100
                * (weights.value() * value
                        + weights.fit() * fit.score()
                        + weights.ease() * ease.score()
                        + weights.risk() * (1 - risk.score()));
        return BigDecimal.valueOf(exact).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
