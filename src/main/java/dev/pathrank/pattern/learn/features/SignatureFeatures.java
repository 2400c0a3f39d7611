package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The features of how similar siblings are in their {@linkplain SubtreeSignature signatures}.
 *
 * @param <L> what is counted at the leaves
 */
public final class SignatureFeatures<L extends Leaf<L>> {
    /** The most siblings that a segment is compared with one by one. */
    private static final int COMPARED = 24;

    private static final double GOOD_MATCH = 0.6;

    /** Damped deviations up to which a difference in proportions is chance. */
    private static final double CHANCE = 1.4;

    private final List<Sibling<L>> siblings;
    private final List<NavigableMap<String, Long>> each = new ArrayList<>();
    private final List<TokenVector> tokens = new ArrayList<>();
    private final Map<String, Long> all = new TreeMap<>();
    private final Map<String, Integer> holders = new HashMap<>();
    private final double[] deviations;
    private final double[][] notFound;
    private final double[] strengths;
    private final double[] spreads;
    private final double medianDeviation;
    private final double medianStrength;
    private final double medianSpread;

    public SignatureFeatures(
            PatternPrefix<L> prefix,
            List<Sibling<L>> siblings,
            Predicate<Node<L>> looksAt,
            NotFoundCounts<L> notFound) {
        this.notFound = notFound.features(prefix, siblings, Node::isLikelyValue);
        this.siblings = siblings;
        Map<String, Integer> numbers = new HashMap<>();
        for (Sibling<L> sibling : siblings) {
            NavigableMap<String, Long> own =
                    SubtreeSignature.of(sibling.nodes(), looksAt).rows();
            each.add(own);
            tokens.add(TokenVector.of(own, numbers));
            own.forEach((token, n) -> {
                all.merge(token, n, Long::sum);
                holders.merge(token, 1, Integer::sum);
            });
        }
        long whole = ChildDistribution.sum(all);
        deviations = new double[each.size()];
        strengths = new double[each.size()];
        spreads = new double[each.size()];
        for (int i = 0; i < each.size(); i++) {
            TokenStatistics.Difference difference = TokenStatistics.difference(each.get(i), all, whole);
            deviations[i] = difference.deviations();
            strengths[i] = difference.strength();
            spreads[i] = TokenStatistics.spread(each.get(i), holders, each.size() - 1);
        }
        medianDeviation = TokenStatistics.median(deviations);
        medianStrength = TokenStatistics.median(strengths);
        medianSpread = TokenStatistics.median(spreads);
    }

    /**
     * Whether the signatures of some siblings are alike as those of values of one parameter are: called in the same
     * proportions, but for chance.
     *
     * @return for each of {@code of}, in its order
     */
    public boolean[] areProportional(List<Integer> of) {
        Map<String, Long> together = new TreeMap<>();
        of.forEach(i -> each.get(i).forEach((token, n) -> together.merge(token, n, Long::sum)));
        long whole = ChildDistribution.sum(together);
        boolean[] alike = new boolean[of.size()];
        for (int k = 0; k < alike.length; k++) {
            alike[k] = TokenStatistics.difference(each.get(of.get(k)), together, whole)
                            .deviations()
                    < CHANCE;
        }
        return alike;
    }

    /** Returns the rows of a sibling's signature, by path. */
    public Map<String, Long> rows(int i) {
        return each.get(i);
    }

    /**
     * Returns the last path up to which the signatures of all these siblings are complete, or null where none was cut.
     */
    @Nullable
    public String limit(List<Integer> of) {
        return of.stream()
                .map(each::get)
                .filter(rows -> rows.size() >= SubtreeSignature.MOST)
                .map(NavigableMap::lastKey)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Sets the features of a sibling. */
    void set(FeatureVector vector, int i) {
        Map<String, Long> own = each.get(i);
        vector.set(Feature.SIGNATURE_DEVIATIONS, deviations[i]);
        vector.set(Feature.SIGNATURE_STRENGTH, strengths[i]);
        vector.set(Feature.SIGNATURE_SPREAD, spreads[i]);
        vector.set(Feature.SIGNATURE_MEDIAN_DEVIATIONS, medianDeviation);
        vector.set(Feature.SIGNATURE_MEDIAN_STRENGTH, medianStrength);
        vector.set(Feature.SIGNATURE_MEDIAN_SPREAD, medianSpread);
        vector.set(Feature.SIGNATURE_COMMON_SHARE, TokenStatistics.commonTokens(own, holders));
        vector.set(Feature.SIGNATURE_SIZE, StrictMath.log(own.size()));
        vector.set(Feature.SIGNATURE_SIZE_SHARE, (double) own.size() / all.size());
        vector.set(Feature.SIGNATURE_ALL_SIZE, StrictMath.log(all.size()));
        setMatches(vector, i);
        vector.setFrom(Feature.FOLDED_NOT_FOUND, notFound[i]);
    }

    /** Compares a sibling with others one by one. */
    private void setMatches(FeatureVector vector, int i) {
        double best = -1;
        double good = 0;
        double bestOpaque = -1;
        double sum = 0;
        int compared = 0;
        int step = Math.max(1, siblings.size() / COMPARED);
        for (int k = 0; k < siblings.size(); k += step) {
            if (k == i) {
                continue;
            }
            double match = tokens.get(i).jaccard(tokens.get(k));
            compared++;
            good += match > GOOD_MATCH ? 1 : 0;
            sum += match;
            best = Math.max(best, match);
            if (siblings.get(k).isOpaque()) {
                bestOpaque = Math.max(bestOpaque, match);
            }
        }
        vector.set(Feature.SIGNATURE_BEST_MATCH, best);
        vector.set(Feature.SIGNATURE_GOOD_MATCH_SHARE, compared == 0 ? -1 : good / compared);
        vector.set(Feature.SIGNATURE_MEAN_MATCH, compared == 0 ? -1 : sum / compared);
        vector.set(Feature.SIGNATURE_BEST_OPAQUE_MATCH, bestOpaque);
        vector.set(Feature.SIGNATURE_GOOD_MATCH_COUNT, good);
    }
}
