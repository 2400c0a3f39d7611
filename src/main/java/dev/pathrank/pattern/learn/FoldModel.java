package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Two rounds of judgement: the first looks at each place alone, the second also at what the first said of the same text elsewhere and of the siblings.
 */
public final class FoldModel {
    private static final int MORE = 19 + SiblingFeatures.NUMBERS;

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

    /** The model that ships with the program. */
    public static FoldModel shipped() {
        return Shipped.MODEL;
    }

    /** Read when first needed. */
    private static final class Shipped {
        private static final String RESOURCE = "fold-model.bin";
        private static final FoldModel MODEL = load();

        private static FoldModel load() {
            try (InputStream in = FoldModel.class.getResourceAsStream(RESOURCE)) {
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException("the program's own resource " + RESOURCE + " cannot be read", e);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    static FoldModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream)));
        double threshold = in.readDouble();
        Lexicon lexicon = Lexicon.read(in);
        return new FoldModel(TreeEnsemble.read(in), TreeEnsemble.read(in), lexicon, threshold);
    }

    void write(OutputStream stream) throws IOException {
        GZIPOutputStream zipped = new GZIPOutputStream(stream);
        DataOutputStream out = new DataOutputStream(zipped);
        out.writeDouble(threshold);
        lexicon.write(out);
        first.write(out);
        second.write(out);
        out.flush();
        zipped.finish();
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

    /** The same with another threshold. */
    FoldModel withThreshold(double other) {
        return new FoldModel(first, second, lexicon, other);
    }

    double threshold() {
        return threshold;
    }

    static double[] probabilities(TreeEnsemble model, List<double[]> vectors) {
        return vectors.parallelStream().mapToDouble(model::probability).toArray();
    }

    static <L extends Leaf<L>> void recordProbabilities(
            SegmentOccurrences segments, PatternPrefix<L> place, List<Sibling<L>> siblings, double[] probabilities) {
        String context = place.context();
        for (int i = 0; i < probabilities.length; i++) {
            Sibling<L> s = siblings.get(i);
            double p = probabilities[i];
            s.nodes().forEach(node -> node.setValueProbability(p));
            if (!s.isOverflow()) {
                segments.addProbability(s.name(), context, probabilities[i]);
            }
        }
    }

    static <L extends Leaf<L>> List<double[]> secondVectors(
            SegmentOccurrences segments,
            PatternPrefix<L> place,
            List<Sibling<L>> siblings,
            List<double[]> base,
            double[] first,
            SignatureFeatures<L> signatures) {
        String context = place.context();
        double sum = Arrays.stream(first).sum();
        Map<Shape, double[]> byShape = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            double[] of = byShape.computeIfAbsent(siblings.get(i).shape(), s -> new double[2]);
            of[0] += first[i];
            of[1]++;
        }
        SiblingFeatures<L> company = new SiblingFeatures<>(siblings, first);
        Pool values = new Pool();
        Pool literals = new Pool();
        for (int i = 0; i < first.length; i++) {
            values.add(siblings.get(i).distribution(), first[i]);
            literals.add(siblings.get(i).distribution(), 1 - first[i]);
        }
        List<double[]> vectors = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            double[] v = Arrays.copyOf(base.get(i), base.get(i).length + MORE + SignatureFeatures.NUMBERS);
            int at = base.get(i).length;
            Sibling<L> s = siblings.get(i);
            double[] of = byShape.get(s.shape());
            v[at++] = first[i];
            v[at++] = first.length == 1 ? -1 : (sum - first[i]) / (first.length - 1);
            v[at++] = of[1] == 1 ? -1 : (of[0] - first[i]) / (of[1] - 1);
            v[at++] = s.isOverflow() ? -1 : segments.elsewhere(s.name(), first[i]);
            v[at++] = s.isOverflow() ? -1 : segments.elsewhereAfter(s.name(), context, first[i]);
            v[at++] = sum - first[i];
            v[at++] = first.length - 1 - (sum - first[i]);
            at = company.write(i, v, at);
            at = values.compare(s.distribution(), first[i], v, at);
            at = literals.compare(s.distribution(), 1 - first[i], v, at);
            signatures.write(i, v, at);
            vectors.add(v);
        }
        return vectors;
    }

    /** Siblings are followed by the same things when their profiles match so well. */
    private static final double ALIKE = 0.6;

    /** Different things that must follow both for that to mean anything. */
    private static final int RICH = 2;

    /** The part of the words at a place that must be values for the rest to follow. */
    private static final double MOST = 0.7;

    /** The part of the words at a place that must be values for even a known word to follow. */
    private static final double NEARLY_ALL = 0.85;

    /** Below this probability a known word follows nothing. */
    private static final double UNSURE = 0.2;

    /** Siblings that are compared with each other; the cost is the square. */
    private static final int COMPARED = 300;

    /** Siblings that are followed by the same many things are judged as one: the mean of their log-odds. */
    static <L extends Leaf<L>> double[] averageAlike(
            List<Sibling<L>> siblings, SegmentFeatures<L> evidence, double[] p) {
        double[] agreed = p.clone();
        int n = Math.min(p.length, COMPARED);
        for (int i = 0; i < n; i++) {
            ChildDistribution own = siblings.get(i).distribution();
            if (own.next().size() < RICH) {
                continue;
            }
            double sum = 0;
            double weights = 0;
            for (int j = 0; j < n; j++) {
                ChildDistribution other = siblings.get(j).distribution();
                if (other.next().size() >= RICH
                        && siblings.get(j).affix().equals(siblings.get(i).affix())) {
                    double match = evidence.match(i, j);
                    if (match >= ALIKE) {
                        sum += match * logit(p[j]);
                        weights += match;
                    }
                }
            }
            if (weights > 0) {
                agreed[i] = 1 / (1 + StrictMath.exp(-sum / weights));
            }
        }
        return agreed;
    }

    /**
     * Words that no interface is known to use follow the other words beside them where most of those are values. Where nearly all words are, even a known
     * one follows, if it was not surely a literal.
     */
    <L extends Leaf<L>> double[] followMajority(List<Sibling<L>> siblings, double[] p) {
        double[] joined = p.clone();
        join(siblings, p, joined, this::unknownWord, MOST, 0);
        join(siblings, p, joined, FoldModel::word, NEARLY_ALL, UNSURE);
        return joined;
    }

    private <L extends Leaf<L>> void join(
            List<Sibling<L>> siblings,
            double[] p,
            double[] joined,
            Predicate<Sibling<L>> which,
            double share,
            double least) {
        int words = 0;
        int values = 0;
        for (int i = 0; i < p.length; i++) {
            if (which.test(siblings.get(i))) {
                words++;
                values += p[i] >= threshold ? 1 : 0;
            }
        }
        if (values < share * words) {
            return;
        }
        for (int i = 0; i < p.length; i++) {
            if (which.test(siblings.get(i)) && p[i] >= least) {
                joined[i] = Math.max(joined[i], threshold);
            }
        }
    }

    private static <L extends Leaf<L>> boolean word(Sibling<L> sibling) {
        return switch (sibling.shape()) {
            case TERM, WORD, SLUG, OTHER, TITLE -> true;
            default -> false;
        };
    }

    private <L extends Leaf<L>> boolean unknownWord(Sibling<L> sibling) {
        return switch (sibling.shape()) {
            case WORD, SLUG, OTHER, TITLE -> lexicon.look(sibling.core())[0] <= 0;
            default -> false;
        };
    }

    private static double logit(double p) {
        double bounded = Math.min(0.999, Math.max(0.001, p));
        return StrictMath.log(bounded / (1 - bounded));
    }

    /** Profiles added up, each with the probability that it belongs here. */
    private static final class Pool {
        private final double[] sums = new double[3];
        private final List<Map<String, Double>> counts = List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

        private static List<Map<String, Long>> parts(ChildDistribution profile) {
            return List.of(profile.next(), profile.later(), profile.last());
        }

        void add(ChildDistribution profile, double probability) {
            List<Map<String, Long>> parts = parts(profile);
            for (int k = 0; k < parts.size(); k++) {
                Map<String, Double> into = counts.get(k);
                for (Map.Entry<String, Long> entry : parts.get(k).entrySet()) {
                    double n = entry.getValue() * probability;
                    into.merge(entry.getKey(), n, Double::sum);
                    sums[k] += n;
                }
            }
        }

        /** For each part, the cosine and the part of the calls whose token is here, {@code profile} itself left out. */
        int compare(ChildDistribution profile, double probability, double[] v, int from) {
            int at = from;
            List<Map<String, Long>> parts = parts(profile);
            for (int k = 0; k < parts.size(); k++) {
                double dot = 0;
                double own = 0;
                double known = 0;
                for (Map.Entry<String, Long> entry : parts.get(k).entrySet()) {
                    double n = entry.getValue();
                    double here = counts.get(k).get(entry.getKey()) - n * probability;
                    own += n;
                    if (here > 1e-6) {
                        dot += Math.sqrt(n * here);
                        known += here > 0.5 ? n : n * here * 2;
                    }
                }
                double all = sums[k] - own * probability;
                v[at++] = own == 0 || all < 0.5 ? -1 : dot / Math.sqrt(own * all);
                v[at++] = own == 0 || all < 0.5 ? -1 : known / own;
            }
            return at;
        }
    }
}
