package dev.pathrank.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two rounds of judgement: the first looks at each place alone, the second also at what the first said of the same text elsewhere and of the siblings.
 */
final class FoldModel {
    private static final int MORE = 7;

    private final TreeEnsemble first;
    private final TreeEnsemble second;
    private final double threshold;
    private final Lexicon lexicon;

    FoldModel(TreeEnsemble first, TreeEnsemble second, Lexicon lexicon, double threshold) {
        this.lexicon = lexicon;
        this.first = first;
        this.second = second;
        this.threshold = threshold;
    }

    TreeEnsemble first() {
        return first;
    }

    TreeEnsemble second() {
        return second;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    double threshold() {
        return threshold;
    }

    static double[] probabilities(TreeEnsemble model, List<double[]> vectors) {
        return vectors.stream().mapToDouble(model::probability).toArray();
    }

    static <L extends Leaf<L>> void judge(
            Segments segments, Place<L> place, List<Sibling<L>> siblings, double[] probabilities) {
        String context = place.context();
        for (int i = 0; i < probabilities.length; i++) {
            Sibling<L> s = siblings.get(i);
            if (!s.isOverflow()) {
                segments.judged(s.name(), context, probabilities[i]);
            }
        }
    }

    static <L extends Leaf<L>> List<double[]> secondVectors(
            Segments segments, Place<L> place, List<Sibling<L>> siblings, List<double[]> base, double[] first) {
        String context = place.context();
        double sum = Arrays.stream(first).sum();
        Map<Shape, double[]> byShape = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            double[] of = byShape.computeIfAbsent(siblings.get(i).shape(), s -> new double[2]);
            of[0] += first[i];
            of[1]++;
        }
        List<double[]> vectors = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            double[] v = Arrays.copyOf(base.get(i), base.get(i).length + MORE);
            int at = base.get(i).length;
            Sibling<L> s = siblings.get(i);
            double[] of = byShape.get(s.shape());
            v[at++] = first[i];
            v[at++] = first.length == 1 ? -1 : (sum - first[i]) / (first.length - 1);
            v[at++] = of[1] == 1 ? -1 : (of[0] - first[i]) / (of[1] - 1);
            v[at++] = s.isOverflow() ? -1 : segments.elsewhere(s.name(), first[i]);
            v[at++] = s.isOverflow() ? -1 : segments.elsewhereAfter(s.name(), context, first[i]);
            v[at++] = sum - first[i];
            v[at] = first.length - 1 - (sum - first[i]);
            vectors.add(v);
        }
        return vectors;
    }
}
