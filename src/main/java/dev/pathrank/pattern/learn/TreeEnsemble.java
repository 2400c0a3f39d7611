package dev.pathrank.pattern.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum of decision trees whose logistic is a probability. A tree is a run of nodes; a node asks whether a number of the vector is at most a
 * threshold, a leaf adds its value.
 */
final class TreeEnsemble {
    private static final int LEAF = -1;

    private final double bias;
    private final List<Tree> trees = new ArrayList<>();

    TreeEnsemble(double bias) {
        this.bias = bias;
    }

    /** One tree; {@code feature[i]} below 0 marks a leaf. */
    static final class Tree {
        private final int[] feature;
        private final float[] threshold;
        private final int[] left;
        private final int[] right;
        private final float[] value;

        Tree(int size) {
            feature = new int[size];
            threshold = new float[size];
            left = new int[size];
            right = new int[size];
            value = new float[size];
        }

        /** Node {@code at} asks whether number {@code of} is at most {@code bound}. */
        void question(int at, int of, float bound, int ifSo, int ifNot) {
            feature[at] = of;
            threshold[at] = bound;
            left[at] = ifSo;
            right[at] = ifNot;
        }

        /** Node {@code at} answers. */
        void answer(int at, float adds) {
            feature[at] = LEAF;
            value[at] = adds;
        }

        static Tree read(DataInputStream in) throws IOException {
            Tree tree = new Tree(in.readUnsignedShort());
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

        double value(double[] vector) {
            int at = 0;
            while (feature[at] >= 0) {
                at = vector[feature[at]] <= threshold[at] ? left[at] : right[at];
            }
            return value[at];
        }
    }

    static TreeEnsemble read(DataInputStream in) throws IOException {
        TreeEnsemble ensemble = new TreeEnsemble(in.readDouble());
        int trees = in.readInt();
        for (int t = 0; t < trees; t++) {
            ensemble.add(Tree.read(in));
        }
        return ensemble;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(bias);
        out.writeInt(trees.size());
        for (Tree tree : trees) {
            tree.write(out);
        }
    }

    void add(Tree tree) {
        trees.add(tree);
    }

    double probability(double[] vector) {
        double sum = bias;
        for (Tree tree : trees) {
            sum += tree.value(vector);
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }
}
