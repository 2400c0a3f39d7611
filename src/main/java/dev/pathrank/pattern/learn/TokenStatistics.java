package dev.pathrank.pattern.learn;

import java.util.Map;

/** Comparing counts of tokens. Sums go over tokens in their order, so that they come out the same to the last bit however the counts were found. */
final class TokenStatistics {
    private TokenStatistics() {}

    /**
     * How little two parts of one whole are alike, by the likelihood ratio of drawing both from one distribution.
     *
     * @param deviations how many standard deviations the ratio is above what chance makes of it, damped by a logarithm; about 0 for values of one variable
     * @param strength the ratio for each call, from 0: what remains however many calls there are
     * @param freedom tokens less one
     */
    record Difference(double deviations, double strength, int freedom) {
        static final Difference NONE = new Difference(0, 0, 0);
    }

    /** Compares {@code own} with what {@code all} has beside it; {@code own} must be in the order of its tokens, and a part of {@code all}, whose sum is {@code whole}. */
    static Difference difference(Map<String, Long> own, Map<String, Long> all, long whole) {
        long mine = ChildDistribution.sum(own);
        long others = whole - mine;
        if (mine == 0 || others <= 0 || all.size() < 2) {
            return Difference.NONE;
        }
        double ratio = 0;
        long unshared = whole;
        for (Map.Entry<String, Long> entry : own.entrySet()) {
            long total = all.get(entry.getKey());
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

    /** The part of {@code own}'s tokens, each counting once, that others have too; -1 where it has none. */
    static double commonTokens(Map<String, Long> own, Map<String, Integer> holders) {
        if (own.isEmpty()) {
            return -1;
        }
        double common = 0;
        for (String token : own.keySet()) {
            common += holders.get(token) > 1 ? 1 : 0;
        }
        return common / own.size();
    }

    /** The mean part of the {@code others} siblings that have a token of {@code own}, each token counting once; -1 where there are none. */
    static double spread(Map<String, Long> own, Map<String, Integer> holders, int others) {
        if (others == 0 || own.isEmpty()) {
            return -1;
        }
        double sum = 0;
        for (String token : own.keySet()) {
            sum += (holders.get(token) - 1.0) / others;
        }
        return sum / own.size();
    }
}
