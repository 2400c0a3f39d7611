package dev.pathrank.pattern.learn.features;

import java.util.Arrays;
import java.util.Map;

/**
 * Statistics over counts of tokens. Sums go over the tokens in their order, so that results are equal to the last bit
 * on every machine.
 */
final class TokenStatistics {
    private TokenStatistics() {}

    /**
     * The difference between two parts of a whole, by the likelihood ratio test that both are drawn from one
     * distribution.
     *
     * @param deviations the standard deviations by which the ratio exceeds its expected value, damped by a logarithm;
     *     about 0 for values of one parameter
     * @param strength the ratio divided by the rows of the smaller part, from 0: it does not grow with the number of
     *     rows
     * @param freedom the degrees of freedom: the number of tokens less one
     */
    record Difference(double deviations, double strength, int freedom) {
        static final Difference NONE = new Difference(0, 0, 0);
    }

    /**
     * Compares a part of some counts with the rest.
     *
     * @param own counts in the order of their tokens, a part of {@code all}
     * @param whole the sum of {@code all}
     */
    static Difference difference(Map<String, Long> own, Map<String, Long> all, long whole) {
        long mine = ChildDistribution.sum(own);
        long others = whole - mine;
        if (mine == 0 || others <= 0 || all.size() < 2) {
            return Difference.NONE;
        }
        double ratio = 0;
        long unshared = whole;
        for (Map.Entry<String, Long> entry : own.entrySet()) {
            long total = all.getOrDefault(entry.getKey(), 0L);
            long here = entry.getValue();
            double expected = (double) total / whole;
            ratio += term(here, mine * expected) + term(total - here, others * expected);
            unshared -= total;
        }
        ratio += unshared * StrictMath.log((double) whole / others);
        int freedom = all.size() - 1;
        double deviations = (2 * ratio - freedom) / Math.sqrt(2.0 * freedom);
        double damped = StrictMath.signum(deviations) * StrictMath.log1p(Math.abs(deviations));
        return new Difference(damped, 2 * ratio / Math.min(mine, others), freedom);
    }

    private static double term(long seen, double expected) {
        return seen <= 0 ? 0 : seen * StrictMath.log(seen / expected);
    }

    /** Returns the part of the distinct tokens of {@code own} that others have too; -1 where it has none. */
    static double commonTokens(Map<String, Long> own, Map<String, Integer> holders) {
        if (own.isEmpty()) {
            return -1;
        }
        double common = 0;
        for (String token : own.keySet()) {
            common += holders.getOrDefault(token, 0) > 1 ? 1 : 0;
        }
        return common / own.size();
    }

    /**
     * Returns the mean over the distinct tokens of {@code own} of the part of the other siblings that have the token;
     * -1 where there are none.
     *
     * @param holders the number of siblings that have each token
     * @param others the number of other siblings
     */
    static double spread(Map<String, Long> own, Map<String, Integer> holders, int others) {
        if (others == 0 || own.isEmpty()) {
            return -1;
        }
        double sum = 0;
        for (String token : own.keySet()) {
            sum += (holders.getOrDefault(token, 0) - 1.0) / others;
        }
        return sum / own.size();
    }

    /** Returns the median of at least one value; the upper one of two. */
    static double median(double[] of) {
        double[] sorted = of.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
