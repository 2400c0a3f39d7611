package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike the segments at a place are in what stands below them: whether they are called in the same ways in the same proportions, and whether the
 * identifiers below them look the same or even are the same.
 *
 * @param <L> what is counted at the leaves
 */
final class SubtreeSimilarity<L extends Leaf<L>> {
    /** Numbers for each sibling. */
    static final int NUMBERS = 10;

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
            SubtreeTokens of = sibling.subtree();
            each.add(of);
            of.addTo(all);
            of.forms().keySet().forEach(form -> formHolders.merge(form, 1, Integer::sum));
            of.values().keySet().forEach(value -> valueHolders.merge(value, 1, Integer::sum));
        }
        long ways = ChildDistribution.sum(all.continuations());
        formSum = ChildDistribution.sum(all.forms());
        deviations = new double[each.size()];
        strengths = new double[each.size()];
        for (int i = 0; i < each.size(); i++) {
            TokenStatistics.Difference difference =
                    TokenStatistics.difference(each.get(i).continuations(), all.continuations(), ways);
            deviations[i] = difference.deviations();
            strengths[i] = difference.strength();
        }
        medianDeviation = median(deviations);
        medianStrength = median(strengths);
    }

    private static double median(double[] of) {
        double[] sorted = of.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Writes the numbers of the {@code i}-th sibling into {@code v}, from {@code from} on; where they end. */
    int write(int i, double[] v, int from) {
        SubtreeTokens own = each.get(i);
        int others = each.size() - 1;
        int at = from;
        v[at++] = deviations[i];
        v[at++] = strengths[i];
        v[at++] = medianDeviation;
        v[at++] = medianStrength;
        TokenStatistics.Difference forms = TokenStatistics.difference(own.forms(), all.forms(), formSum);
        v[at++] = own.forms().isEmpty() ? -9 : forms.deviations();
        v[at++] = TokenStatistics.commonTokens(own.forms(), formHolders);
        v[at++] = TokenStatistics.spread(own.forms(), formHolders, others);
        v[at++] = TokenStatistics.commonTokens(own.values(), valueHolders);
        v[at++] = TokenStatistics.spread(own.values(), valueHolders, others);
        v[at++] = own.values().isEmpty() ? -1 : StrictMath.log(own.values().size());
        return at;
    }
}
