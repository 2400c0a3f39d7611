package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@linkplain Feature features} that the second round of the model adds: what the first round said about the
 * siblings and about the same text elsewhere, and how a segment compares with those that are likely parameter values
 * and likely literals.
 *
 * @param <L> the type of the leaves
 */
public final class SecondRoundFeatures<L extends Leaf<L>> {
    private final SegmentOccurrences occurrences;
    private final List<Sibling<L>> siblings;
    private final String context;
    private final double[] first;
    private final double sum;
    private final Map<Shape, Mean> byShape = new EnumMap<>(Shape.class);
    private final SiblingFeatures<L> ofSiblings;
    private final WeightedTokens values = new WeightedTokens();
    private final WeightedTokens literals = new WeightedTokens();

    /** @param first the probability of each sibling by the first round */
    public SecondRoundFeatures(
            SegmentOccurrences occurrences, PatternPrefix<L> prefix, List<Sibling<L>> siblings, double[] first) {
        this.occurrences = occurrences;
        this.siblings = siblings;
        this.context = prefix.context();
        this.first = first;
        this.sum = Arrays.stream(first).sum();
        this.ofSiblings = new SiblingFeatures<>(siblings, first);
        for (int i = 0; i < first.length; i++) {
            ChildDistribution own = siblings.get(i).distribution();
            byShape.computeIfAbsent(siblings.get(i).modelShape(), s -> new Mean())
                    .add(first[i]);
            values.add(own, first[i]);
            literals.add(own, 1 - first[i]);
        }
    }

    /** A mean that can be computed without one of its values. */
    private static final class Mean {
        private double sum;
        private double count;

        void add(double value) {
            sum += value;
            count++;
        }

        double without(double value) {
            return count == 1 ? -1 : (sum - value) / (count - 1);
        }
    }

    /**
     * Returns the vectors of both rounds for every sibling, in their order.
     *
     * @param base the vectors of the first round
     */
    public List<FeatureVector> vectors(List<FeatureVector> base, SignatureFeatures<L> signatures) {
        List<FeatureVector> vectors = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            FeatureVector vector = base.get(i).forSecondRound();
            setProbabilities(vector, i);
            ofSiblings.set(vector, i);
            ChildDistribution own = siblings.get(i).distribution();
            vector.setFrom(Feature.VALUE_NEXT_COSINE, values.compare(own, first[i]));
            vector.setFrom(Feature.LITERAL_NEXT_COSINE, literals.compare(own, 1 - first[i]));
            signatures.set(vector, i);
            vectors.add(vector);
        }
        return vectors;
    }

    private void setProbabilities(FeatureVector vector, int i) {
        Sibling<L> s = siblings.get(i);
        double p = first[i];
        Mean sameShape = byShape.getOrDefault(s.modelShape(), new Mean());
        vector.set(Feature.FIRST, p);
        vector.set(Feature.FIRST_OTHERS, first.length == 1 ? -1 : (sum - p) / (first.length - 1));
        vector.set(Feature.FIRST_SAME_SHAPE, sameShape.without(p));
        vector.set(Feature.FIRST_ELSEWHERE, s.isOverflow() ? -1 : occurrences.elsewhere(s.name(), p));
        vector.set(
                Feature.FIRST_ELSEWHERE_ALIKE, s.isOverflow() ? -1 : occurrences.elsewhereAfter(s.name(), context, p));
        vector.set(Feature.OTHER_VALUES, sum - p);
        vector.set(Feature.OTHER_LITERALS, first.length - 1 - (sum - p));
    }

    /** The tokens of several segments, each with the probability that the segment belongs to the group. */
    private static final class WeightedTokens {
        private final double[] sums = new double[3];
        private final List<Map<String, Double>> counts = List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

        private static List<Map<String, Long>> levels(ChildDistribution distribution) {
            return List.of(distribution.next(), distribution.later(), distribution.last());
        }

        void add(ChildDistribution distribution, double probability) {
            List<Map<String, Long>> levels = levels(distribution);
            for (int k = 0; k < levels.size(); k++) {
                Map<String, Double> into = counts.get(k);
                for (Map.Entry<String, Long> entry : levels.get(k).entrySet()) {
                    double n = entry.getValue() * probability;
                    into.merge(entry.getKey(), n, Double::sum);
                    sums[k] += n;
                }
            }
        }

        /**
         * Compares a segment with the others. Returns, for next, later and last tokens, the cosine and the part of the
         * rows whose token is in the group; -1 for both where one side is empty.
         *
         * @param probability with which the segment itself was added
         */
        double[] compare(ChildDistribution distribution, double probability) {
            List<Map<String, Long>> levels = levels(distribution);
            double[] features = new double[2 * levels.size()];
            for (int k = 0; k < levels.size(); k++) {
                double dot = 0;
                double own = 0;
                double shared = 0;
                for (Map.Entry<String, Long> entry : levels.get(k).entrySet()) {
                    double n = entry.getValue();
                    double here = counts.get(k).getOrDefault(entry.getKey(), 0.0) - n * probability;
                    own += n;
                    if (here > 1e-6) {
                        dot += Math.sqrt(n * here);
                        shared += here > 0.5 ? n : n * here * 2;
                    }
                }
                double all = sums[k] - own * probability;
                boolean empty = own == 0 || all < 0.5;
                features[2 * k] = empty ? -1 : dot / Math.sqrt(own * all);
                features[2 * k + 1] = empty ? -1 : shared / own;
            }
            return features;
        }
    }
}
