package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.FeatureVector;
import dev.pathrank.pattern.learn.features.Lexicon;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.SegmentOccurrences;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.tree.Leaf;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The model that tells parameter values from literals, in two rounds. The first looks at each pattern prefix alone, the
 * second also at what the first said about the siblings and about the same text elsewhere.
 */
public final class FoldModel {
    private final TreeEnsemble first;
    private final TreeEnsemble second;
    private final double threshold;
    private final Lexicon lexicon;

    /** @param threshold the least probability at which a word is a parameter value */
    FoldModel(TreeEnsemble first, TreeEnsemble second, Lexicon lexicon, double threshold) {
        this.lexicon = lexicon;
        this.first = first;
        this.second = second;
        this.threshold = threshold;
    }

    /** Returns the model that ships with the program for interfaces; it is loaded by the first call. */
    public static FoldModel shipped() {
        return Interfaces.MODEL;
    }

    /**
     * Returns the model to use for a host: this one, or where this is the {@linkplain #shipped shipped} one and the
     * host is a site of pages, the one that ships for sites.
     */
    FoldModel ofHost(SegmentOccurrences host) {
        return host.isSite() && this.equals(Interfaces.MODEL) ? Sites.MODEL : this;
    }

    /** The holder of the shipped model for interfaces. */
    private static final class Interfaces {
        private static final FoldModel MODEL = load("fold-model.bin");
    }

    /** The holder of the shipped model for sites. */
    private static final class Sites {
        private static final FoldModel MODEL = load("fold-model-sites.bin");
    }

    private static FoldModel load(String resource) {
        try (InputStream in = Objects.requireNonNull(FoldModel.class.getResourceAsStream(resource), resource)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own resource " + resource + " cannot be read", e);
        }
    }

    /** Reads what {@link #write} wrote. */
    static FoldModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream)));
        double threshold = in.readDouble();
        Lexicon lexicon = Lexicon.read(in);
        return new FoldModel(TreeEnsemble.read(in), TreeEnsemble.read(in), lexicon, threshold);
    }

    /** Writes this model; {@code stream} is left open. */
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

    /** Returns the ensemble of the first round. */
    TreeEnsemble first() {
        return first;
    }

    /** Returns the ensemble of the second round. */
    TreeEnsemble second() {
        return second;
    }

    /** Returns the words that the model knows. */
    Lexicon lexicon() {
        return lexicon;
    }

    /** Returns the same model with another threshold. */
    FoldModel withThreshold(double other) {
        return new FoldModel(first, second, lexicon, other);
    }

    /** Returns the least probability at which a word is a parameter value. */
    double threshold() {
        return threshold;
    }

    /** Returns the probability, for each vector, that its segment is a parameter value; computed in parallel. */
    static double[] probabilities(TreeEnsemble model, List<FeatureVector> vectors) {
        return vectors.parallelStream()
                .mapToDouble(vector -> model.probability(vector.values()))
                .toArray();
    }

    /** Stores the probabilities of siblings in their nodes and in the occurrences of their texts. */
    static <L extends Leaf<L>> void recordProbabilities(
            SegmentOccurrences occurrences,
            PatternPrefix<L> prefix,
            List<Sibling<L>> siblings,
            double[] probabilities) {
        String context = prefix.context();
        for (int i = 0; i < probabilities.length; i++) {
            Sibling<L> s = siblings.get(i);
            double p = probabilities[i];
            s.nodes().forEach(node -> node.setValueProbability(p));
            if (!s.isOverflow()) {
                occurrences.addProbability(s.name(), context, p);
            }
        }
    }
}
