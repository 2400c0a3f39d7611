package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.Paths;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every place of an interface's true patterns, with the evidence of each segment and whether it is a value: what a model learns from. */
final class LabelledSegments {
    /** Segments of one place that are learned from; of more, every n-th. */
    private static final int MOST_OF_A_PLACE = 100;

    /** A literal taken for a value costs more than the reverse: an endpoint disappears. */
    private static final double WEIGHT_OF_LITERAL = 1.5;

    private final LabelledApi api;
    private final Lexicon lexicon;
    private final List<Labelled> places = new ArrayList<>();
    private final NotFoundCounts<Paths.Count> misses;
    private SegmentOccurrences segments;

    /** A place, what is known of its segments, which are values, and what a first model says. */
    private static final class Labelled {
        private final PatternPrefix<Paths.Count> place;
        private final List<Sibling<Paths.Count>> siblings;
        private final List<double[]> base;
        private final boolean[] value;
        private double[] first;

        Labelled(PatternPrefix<Paths.Count> place, List<Sibling<Paths.Count>> siblings, List<double[]> base) {
            this.place = place;
            this.siblings = siblings;
            this.base = base;
            this.value = new boolean[siblings.size()];
        }
    }

    /** What a model is trained on. */
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
        this.segments = SegmentOccurrences.of(api.host());
        this.misses = api.misses();
        walk(PatternPrefix.host(api.host()));
    }

    LabelledApi api() {
        return api;
    }

    private void walk(PatternPrefix<Paths.Count> place) {
        List<Sibling<Paths.Count>> siblings = place.siblings(node -> true);
        if (siblings.isEmpty()) {
            return;
        }
        Labelled labelled = new Labelled(
                place, siblings, new SegmentFeatures<>(place, siblings, segments, lexicon, misses).vectors());
        places.add(labelled);
        Map<String, List<Node<Paths.Count>>> values = new TreeMap<>();
        for (int i = 0; i < siblings.size(); i++) {
            Sibling<Paths.Count> sibling = siblings.get(i);
            String truth = api.truth(sibling);
            labelled.value[i] = truth.contains("{}");
            if (labelled.value[i]) {
                values.computeIfAbsent(truth, segment -> new ArrayList<>()).addAll(sibling.nodes());
            } else {
                walk(place.literal(sibling.name(), sibling.nodes()));
            }
        }
        values.values().forEach(nodes -> walk(place.placeholder(nodes)));
    }

    /** Notes what a first model, trained without this interface, says of every place. */
    void judge(TreeEnsemble model) {
        segments = SegmentOccurrences.of(api.host());
        for (Labelled labelled : places) {
            labelled.first = FoldModel.probabilities(model, labelled.base);
            FoldModel.recordProbabilities(segments, labelled.place, labelled.siblings, labelled.first);
        }
    }

    /** The examples for the first model, or, once {@linkplain #judge judged}, for the second. */
    Examples examples(boolean second, int group) {
        Examples examples = new Examples();
        for (Labelled labelled : places) {
            List<double[]> vectors = second
                    ? FoldModel.secondVectors(
                            segments,
                            labelled.place,
                            labelled.siblings,
                            labelled.base,
                            labelled.first,
                            new SignatureFeatures<>(labelled.place, labelled.siblings, node -> true, misses))
                    : labelled.base;
            int step = Math.max(1, vectors.size() / MOST_OF_A_PLACE);
            for (int i = 0; i < vectors.size(); i += step) {
                examples.vectors.add(floats(vectors.get(i)));
                examples.values.add(labelled.value[i]);
                examples.weights.add(weight(labelled, i));
                examples.groups.add(group);
            }
        }
        double all = examples.weights.stream().mapToDouble(w -> w).sum();
        examples.weights.replaceAll(w -> w / Math.sqrt(all));
        return examples;
    }

    private static float[] floats(double[] vector) {
        float[] floats = new float[vector.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) vector[i];
        }
        return floats;
    }

    /** Many segments of one place and answer count as the root of their number. */
    private static double weight(Labelled labelled, int i) {
        int same = 0;
        for (boolean value : labelled.value) {
            same += value == labelled.value[i] ? 1 : 0;
        }
        double each = 1 / Math.sqrt((double) Math.min(same, MOST_OF_A_PLACE));
        return labelled.value[i] ? each : WEIGHT_OF_LITERAL * each;
    }
}
