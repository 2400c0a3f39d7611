package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How alike the segments at a place are in their {@linkplain SubtreeSignature signatures}.
 *
 * @param <L> what is counted at the leaves
 */
final class SignatureFeatures<L extends Leaf<L>> {
    /** Numbers for each sibling. */
    static final int NUMBERS = 20;

    /** Siblings that each one is compared with singly. */
    private static final int COMPARED = 24;

    private final List<Sibling<L>> siblings;
    private final List<NavigableMap<String, Long>> each = new ArrayList<>();
    private final List<TokenVector> tokens = new ArrayList<>();
    private final Map<String, Long> all = new TreeMap<>();
    private final Map<String, Integer> holders = new HashMap<>();
    private final double[] deviations;
    private final double[][] missed;
    private final double[] strengths;
    private final double[] spreads;
    private final double medianDeviation;
    private final double medianStrength;
    private final double medianSpread;

    SignatureFeatures(
            PatternPrefix<L> place, List<Sibling<L>> siblings, Predicate<Node<L>> looksAt, NotFoundCounts<L> misses) {
        missed = misses.numbers(place, siblings, Node::isLikelyValue);
        this.siblings = siblings;
        Map<String, Integer> numbers = new HashMap<>();
        for (Sibling<L> sibling : siblings) {
            NavigableMap<String, Long> own =
                    SubtreeSignature.of(sibling.nodes(), looksAt).calls();
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
        medianDeviation = median(deviations);
        medianStrength = median(strengths);
        medianSpread = median(spreads);
    }

    private static double median(double[] of) {
        double[] sorted = of.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The calls that follow the {@code i}-th sibling, by {@link SubtreeSignature}. */
    Map<String, Long> calls(int i) {
        return each.get(i);
    }

    /** The last token that is known of all of these siblings, or null where all tokens are. */
    String limit(List<Integer> of) {
        return of.stream()
                .map(each::get)
                .filter(calls -> calls.size() >= SubtreeSignature.MOST)
                .map(NavigableMap::lastKey)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Writes the numbers of the {@code i}-th sibling into {@code v}, from {@code from} on; where they end. */
    int write(int i, double[] v, int from) {
        Map<String, Long> own = each.get(i);
        int at = from;
        v[at++] = deviations[i];
        v[at++] = strengths[i];
        v[at++] = spreads[i];
        v[at++] = medianDeviation;
        v[at++] = medianStrength;
        v[at++] = medianSpread;
        v[at++] = TokenStatistics.commonTokens(own, holders);
        v[at++] = StrictMath.log(own.size());
        v[at++] = (double) own.size() / all.size();
        v[at++] = StrictMath.log(all.size());
        double best = -1;
        double alike = 0;
        double bestOpaque = -1;
        double kin = 0;
        int compared = 0;
        int step = Math.max(1, siblings.size() / COMPARED);
        for (int k = 0; k < siblings.size(); k += step) {
            if (k == i) {
                continue;
            }
            double match = tokens.get(i).jaccard(tokens.get(k));
            compared++;
            alike += match > 0.6 ? 1 : 0;
            kin += match;
            best = Math.max(best, match);
            if (siblings.get(k).shape().isOpaque()) {
                bestOpaque = Math.max(bestOpaque, match);
            }
        }
        v[at++] = best;
        v[at++] = compared == 0 ? -1 : alike / compared;
        v[at++] = compared == 0 ? -1 : kin / compared;
        v[at++] = bestOpaque;
        v[at++] = alike;
        System.arraycopy(missed[i], 0, v, at, missed[i].length);
        return at + missed[i].length;
    }
}
