package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.Paths;
import dev.pathrank.pattern.learn.features.FeatureVector;
import dev.pathrank.pattern.learn.features.Lexicon;
import dev.pathrank.pattern.learn.features.NotFoundCounts;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.SecondRoundFeatures;
import dev.pathrank.pattern.learn.features.SegmentFeatures;
import dev.pathrank.pattern.learn.features.SegmentOccurrences;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.learn.features.SignatureFeatures;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Training data of an interface: its segments with their features and whether they are parameter values. Every prefix
 * of the interface's true patterns contributes the segments after it.
 */
final class LabelledSegments {
    /** The most segments of one prefix that are used; of more, every n-th. */
    private static final int MOST_OF_A_PREFIX = 100;

    private final LabelledApi api;
    private final Lexicon lexicon;
    private final List<Labelled> prefixes = new ArrayList<>();
    private final NotFoundCounts<Paths.Count> notFound;
    private SegmentOccurrences occurrences;

    /** A prefix, the features of its segments, which of them are values, and the probabilities of a first model. */
    private static final class Labelled {
        private final PatternPrefix<Paths.Count> prefix;
        private final List<Sibling<Paths.Count>> siblings;
        private final List<FeatureVector> base;
        private final boolean[] value;
        private double[] first;

        Labelled(PatternPrefix<Paths.Count> prefix, List<Sibling<Paths.Count>> siblings, List<FeatureVector> base) {
            this.prefix = prefix;
            this.siblings = siblings;
            this.base = base;
            this.value = new boolean[siblings.size()];
        }
    }

    /** Training examples. */
    static final class Examples {
        final List<float[]> vectors = new ArrayList<>();
        final List<Boolean> values = new ArrayList<>();
        final List<Double> weights = new ArrayList<>();
        final List<Integer> groups = new ArrayList<>();

        void add(Examples other) {
            vectors.addAll(other.vectors);
            values.addAll(other.values);
            weights.addAll(other.weights);
            groups.addAll(other.groups);
        }
    }

    LabelledSegments(LabelledApi api, Lexicon lexicon) {
        this.api = api;
        this.lexicon = lexicon;
        this.occurrences = SegmentOccurrences.of(api.host());
        this.notFound = api.notFound();
        walk(PatternPrefix.host(api.host()));
    }

    LabelledApi api() {
        return api;
    }

    private void walk(PatternPrefix<Paths.Count> prefix) {
        List<Sibling<Paths.Count>> siblings = prefix.siblings(node -> true);
        if (siblings.isEmpty()) {
            return;
        }
        Labelled labelled = new Labelled(
                prefix, siblings, new SegmentFeatures<>(prefix, siblings, occurrences, lexicon, notFound).vectors());
        prefixes.add(labelled);
        Map<String, List<Node<Paths.Count>>> values = new TreeMap<>();
        for (int i = 0; i < siblings.size(); i++) {
            Sibling<Paths.Count> sibling = siblings.get(i);
            String truth = api.truth(sibling);
            labelled.value[i] = truth.contains("{}");
            if (labelled.value[i]) {
                values.computeIfAbsent(truth, segment -> new ArrayList<>()).addAll(sibling.nodes());
            } else {
                walk(prefix.literal(sibling.name(), sibling.nodes()));
            }
        }
        values.values().forEach(nodes -> walk(prefix.placeholder(nodes)));
    }

    /** Stores the probabilities of a first model, trained without this interface, for every prefix. */
    void judge(TreeEnsemble model) {
        occurrences = SegmentOccurrences.of(api.host());
        for (Labelled labelled : prefixes) {
            labelled.first = FoldModel.probabilities(model, labelled.base);
            FoldModel.recordProbabilities(occurrences, labelled.prefix, labelled.siblings, labelled.first);
        }
    }

    /**
     * Returns the examples for the first model, or, after {@link #judge}, for the second.
     *
     * @param literal what a literal weighs; a value weighs 1
     */
    Examples examples(boolean second, int group, double literal) {
        Examples examples = new Examples();
        for (Labelled labelled : prefixes) {
            List<FeatureVector> vectors = second ? secondVectors(labelled) : labelled.base;
            int step = Math.max(1, vectors.size() / MOST_OF_A_PREFIX);
            for (int i = 0; i < vectors.size(); i += step) {
                examples.vectors.add(floats(vectors.get(i).values()));
                examples.values.add(labelled.value[i]);
                examples.weights.add(weight(labelled, i, literal));
                examples.groups.add(group);
            }
        }
        double all = examples.weights.stream().mapToDouble(w -> w).sum();
        examples.weights.replaceAll(w -> w / Math.sqrt(all));
        return examples;
    }

    private List<FeatureVector> secondVectors(Labelled labelled) {
        SignatureFeatures<Paths.Count> signatures =
                new SignatureFeatures<>(labelled.prefix, labelled.siblings, node -> true, notFound);
        return new SecondRoundFeatures<>(occurrences, labelled.prefix, labelled.siblings, labelled.first)
                .vectors(labelled.base, signatures);
    }

    private static float[] floats(double[] vector) {
        float[] floats = new float[vector.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) vector[i];
        }
        return floats;
    }

    /** Segments of one prefix and class together weigh the square root of their number. */
    private static double weight(Labelled labelled, int i, double literal) {
        int same = 0;
        for (boolean value : labelled.value) {
            same += value == labelled.value[i] ? 1 : 0;
        }
        double each = 1 / Math.sqrt((double) Math.min(same, MOST_OF_A_PREFIX));
        return labelled.value[i] ? each : literal * each;
    }
}
