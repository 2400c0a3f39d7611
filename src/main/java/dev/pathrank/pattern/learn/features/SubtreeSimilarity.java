package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The similarity of siblings in their subtrees: whether they have the same next tokens in the same proportions, and
 * whether the identifiers below them have the same forms or are even the same.
 *
 * @param <L> what is counted at the leaves
 */
final class SubtreeSimilarity<L extends Leaf<L>> {
    private final List<SubtreeTokens> each = new ArrayList<>();
    private final SubtreeTokens all = new SubtreeTokens();
    private final Map<String, Integer> formHolders = new HashMap<>();
    private final Map<String, Integer> valueHolders = new HashMap<>();
    private final double[] deviations;
    private final double[] strengths;
    private final double medianDeviation;
    private final double medianStrength;
    private final long formSum;

    SubtreeSimilarity(List<Sibling<L>> siblings) {
        for (Sibling<L> sibling : siblings) {
            SubtreeTokens own = sibling.subtree();
            each.add(own);
            own.addTo(all);
            own.forms().keySet().forEach(form -> formHolders.merge(form, 1, Integer::sum));
            own.values().keySet().forEach(value -> valueHolders.merge(value, 1, Integer::sum));
        }
        long nextSum = ChildDistribution.sum(all.continuations());
        formSum = ChildDistribution.sum(all.forms());
        deviations = new double[each.size()];
        strengths = new double[each.size()];
        for (int i = 0; i < each.size(); i++) {
            TokenStatistics.Difference difference =
                    TokenStatistics.difference(each.get(i).continuations(), all.continuations(), nextSum);
            deviations[i] = difference.deviations();
            strengths[i] = difference.strength();
        }
        medianDeviation = TokenStatistics.median(deviations);
        medianStrength = TokenStatistics.median(strengths);
    }

    /** Sets the features of a sibling. */
    void set(FeatureVector vector, int i) {
        SubtreeTokens own = each.get(i);
        int others = each.size() - 1;
        TokenStatistics.Difference ofForms = TokenStatistics.difference(own.forms(), all.forms(), formSum);
        vector.set(Feature.SUBTREE_DEVIATIONS, deviations[i]);
        vector.set(Feature.SUBTREE_STRENGTH, strengths[i]);
        vector.set(Feature.SUBTREE_MEDIAN_DEVIATIONS, medianDeviation);
        vector.set(Feature.SUBTREE_MEDIAN_STRENGTH, medianStrength);
        vector.set(Feature.ID_FORM_DEVIATIONS, own.forms().isEmpty() ? -9 : ofForms.deviations());
        vector.set(Feature.ID_FORM_COMMON_SHARE, TokenStatistics.commonTokens(own.forms(), formHolders));
        vector.set(Feature.ID_FORM_SPREAD, TokenStatistics.spread(own.forms(), formHolders, others));
        vector.set(Feature.ID_COMMON_SHARE, TokenStatistics.commonTokens(own.values(), valueHolders));
        vector.set(Feature.ID_SPREAD, TokenStatistics.spread(own.values(), valueHolders, others));
        vector.set(
                Feature.ID_COUNT,
                own.values().isEmpty() ? -1 : StrictMath.log(own.values().size()));
    }
}
