package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.text.PercentEncoder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a model says of the segments at one place, for telling how sure a decision about them is, and why it was taken.
 *
 * @param <L> what is counted at the leaves
 */
final class FoldExplanation<L extends Leaf<L>> {
    /** A model is never quite sure. */
    private static final double UNSURE = 0.01;

    private final PatternPrefix<L> place;
    private final List<Sibling<L>> siblings;
    private final Map<Sibling<L>, Double> probabilities = new HashMap<>();
    private final FoldModel model;

    /** @param probabilities for each sibling, that it is a value */
    FoldExplanation(PatternPrefix<L> place, List<Sibling<L>> siblings, double[] probabilities, FoldModel model) {
        this.place = place;
        this.siblings = siblings;
        this.model = model;
        for (int i = 0; i < probabilities.length; i++) {
            this.probabilities.put(siblings.get(i), probabilities[i]);
        }
    }

    /** Says nothing, for those who do not ask. */
    static <L extends Leaf<L>> FoldExplanation<L> silent(PatternPrefix<L> place, FoldModel model) {
        return new FoldExplanation<>(place, List.of(), new double[0], model);
    }

    private boolean isSilent() {
        return siblings.isEmpty();
    }

    SegmentDecision ofLiteral(Sibling<L> literal, boolean reserved) {
        if (isSilent()) {
            return SegmentDecision.kept(PercentEncoder.of(literal.text()), "");
        }
        double p = probabilities.get(literal);
        boolean value = p >= model.threshold();
        return new SegmentDecision(
                PercentEncoder.of(literal.text()),
                OptionalLong.empty(),
                bounded(1 - p),
                FoldReasons.ofLiteral(literal, siblings, value, reserved, model.lexicon()));
    }

    SegmentDecision ofPlaceholder(String placeholder, List<Sibling<L>> values) {
        if (isSilent()) {
            return new SegmentDecision(placeholder, OptionalLong.of(values.size()), 1, "");
        }
        long distinct = DistinctCount.of(place, values);
        return new SegmentDecision(
                placeholder, OptionalLong.of(distinct), sure(values), FoldReasons.ofPlaceholder(values, distinct));
    }

    /** That the values are values, and that each of their siblings was rightly left beside them. */
    private double sure(List<Sibling<L>> values) {
        double of = 0;
        for (Sibling<L> value : values) {
            of += value.shape().isOpaque() ? 1 : probabilities.get(value);
        }
        double sure = bounded(of / values.size());
        Set<Sibling<L>> folded = new HashSet<>(values);
        for (Sibling<L> other : siblings) {
            if (!other.isOverflow() && !other.shape().isOpaque() && !folded.contains(other)) {
                sure *= bounded(1 - probabilities.get(other));
            }
        }
        return sure;
    }

    private static double bounded(double p) {
        return Math.min(1 - UNSURE, Math.max(UNSURE, p));
    }
}
