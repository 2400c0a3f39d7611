package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.text.PercentEncoder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The probabilities of the segments after one pattern prefix, from which the decisions about them are explained.
 *
 * @param <L> what is counted at the leaves
 */
final class FoldExplanation<L extends Leaf<L>> {
    /** The least probability of an error. */
    private static final double UNSURE = 0.01;

    private final PatternPrefix<L> prefix;
    private final List<Sibling<L>> siblings;
    private final Map<Sibling<L>, Double> probabilities = new HashMap<>();
    private final FoldModel model;

    /** @param probabilities for each sibling, that it is a parameter value */
    FoldExplanation(PatternPrefix<L> prefix, List<Sibling<L>> siblings, double[] probabilities, FoldModel model) {
        this.prefix = prefix;
        this.siblings = siblings;
        this.model = model;
        for (int i = 0; i < probabilities.length; i++) {
            this.probabilities.put(siblings.get(i), probabilities[i]);
        }
    }

    /** Returns an explanation without reasons, for callers who did not ask for any. */
    static <L extends Leaf<L>> FoldExplanation<L> silent(PatternPrefix<L> prefix, FoldModel model) {
        return new FoldExplanation<>(prefix, List.of(), new double[0], model);
    }

    private boolean isSilent() {
        return siblings.isEmpty();
    }

    /** Explains why a segment is a literal. */
    SegmentDecision ofLiteral(Sibling<L> literal, boolean reserved) {
        if (isSilent()) {
            return SegmentDecision.kept(PercentEncoder.of(literal.text()), "");
        }
        double p = probabilities.getOrDefault(literal, 0.0);
        boolean value = p >= model.threshold();
        return new SegmentDecision(
                PercentEncoder.of(literal.text()),
                List.of(),
                bounded(1 - p),
                FoldReasons.ofLiteral(literal, siblings, value, reserved, model.lexicon()));
    }

    /** Explains why segments are values of a template. */
    SegmentDecision ofPlaceholder(SegmentTemplate template, List<Sibling<L>> values) {
        String printed = template.printed();
        if (isSilent()) {
            return new SegmentDecision(printed, List.of((long) values.size()), 1, "");
        }
        long distinct = DistinctCount.of(prefix, values);
        return new SegmentDecision(
                printed,
                DistinctCount.ofPlaceholders(template, values, distinct),
                probability(values),
                FoldReasons.ofPlaceholder(values, distinct));
    }

    /** Returns the probability that all values are parameter values and that each of the other siblings is none. */
    private double probability(List<Sibling<L>> values) {
        double sum = 0;
        for (Sibling<L> value : values) {
            sum += value.isOpaque() ? 1 : probabilities.getOrDefault(value, 0.0);
        }
        double all = bounded(sum / values.size());
        Set<Sibling<L>> folded = new HashSet<>(values);
        for (Sibling<L> other : siblings) {
            if (!other.isOverflow() && !other.isOpaque() && !folded.contains(other)) {
                all *= bounded(1 - probabilities.getOrDefault(other, 0.0));
            }
        }
        return all;
    }

    private static double bounded(double p) {
        return Math.min(1 - UNSURE, Math.max(UNSURE, p));
    }
}
