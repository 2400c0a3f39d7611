package dev.pathrank.pattern.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A sum of decision trees whose logistic is a probability, as gradient boosting learns it. */
final class TreeEnsemble {
    private static final int LEAF = -1;

    private final double bias;
    private final List<DecisionTree> trees = new ArrayList<>();

    TreeEnsemble(double bias) {
        this.bias = bias;
    }

    /**
     * A decision tree as an array of nodes: a node compares a feature with a threshold, a leaf ({@code feature[i]}
     * below 0) has a value.
     */
    static final class DecisionTree {
        private final int[] feature;
        private final float[] threshold;
        private final int[] left;
        private final int[] right;
        private final float[] value;

        DecisionTree(int size) {
            feature = new int[size];
            threshold = new float[size];
            left = new int[size];
            right = new int[size];
            value = new float[size];
        }

        /** Makes node {@code at} ask whether the feature with the ordinal {@code of} is at most {@code bound}. */
        void question(int at, int of, float bound, int ifSo, int ifNot) {
            feature[at] = of;
            threshold[at] = bound;
            left[at] = ifSo;
            right[at] = ifNot;
        }

        /** Makes node {@code at} a leaf. */
        void answer(int at, float adds) {
            feature[at] = LEAF;
            value[at] = adds;
        }

        static DecisionTree read(DataInputStream in) throws IOException {
            DecisionTree tree = new DecisionTree(in.readUnsignedShort());
            for (int i = 0; i < tree.feature.length; i++) {
                int of = in.readShort();
                if (of == LEAF) {
                    tree.answer(i, in.readFloat());
                } else {
                    tree.question(i, of, in.readFloat(), in.readUnsignedShort(), in.readUnsignedShort());
                }
            }
            return tree;
        }

        void write(DataOutputStream out) throws IOException {
            out.writeShort(feature.length);
            for (int i = 0; i < feature.length; i++) {
                out.writeShort(feature[i]);
                if (feature[i] == LEAF) {
                    out.writeFloat(value[i]);
                } else {
                    out.writeFloat(threshold[i]);
                    out.writeShort(left[i]);
                    out.writeShort(right[i]);
                }
            }
        }

        /** Returns the value of the leaf that a vector leads to. */
        double value(double[] vector) {
            int at = 0;
            while (feature[at] >= 0) {
                at = vector[feature[at]] <= threshold[at] ? left[at] : right[at];
            }
            return value[at];
        }
    }

    /** Reads what {@link #write} wrote. */
    static TreeEnsemble read(DataInputStream in) throws IOException {
        TreeEnsemble ensemble = new TreeEnsemble(in.readDouble());
        int trees = in.readInt();
        for (int t = 0; t < trees; t++) {
            ensemble.add(DecisionTree.read(in));
        }
        return ensemble;
    }

    /** Writes the bias and all trees. */
    void write(DataOutputStream out) throws IOException {
        out.writeDouble(bias);
        out.writeInt(trees.size());
        for (DecisionTree tree : trees) {
            tree.write(out);
        }
    }

    /** Adds a tree. */
    void add(DecisionTree tree) {
        trees.add(tree);
    }

    /** Returns the probability for a vector of features by their ordinals. */
    double probability(double[] vector) {
        double sum = bias;
        for (DecisionTree tree : trees) {
            sum += tree.value(vector);
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }
}
