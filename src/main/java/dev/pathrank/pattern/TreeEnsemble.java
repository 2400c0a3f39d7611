package dev.pathrank.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * A sum of decision trees whose logistic is a probability. A tree is a run of nodes; a node asks whether a number of the vector is at most a
 * threshold, a leaf adds its value.
 */
final class TreeEnsemble {
    private final double bias;
    private final List<Tree> trees = new ArrayList<>();

    TreeEnsemble(double bias) {
        this.bias = bias;
    }

    /** One tree; {@code feature[i]} below 0 marks a leaf. */
    record Tree(int[] feature, float[] threshold, int[] left, int[] right, float[] value) {
        double value(double[] vector) {
            int at = 0;
            while (feature[at] >= 0) {
                at = vector[feature[at]] <= threshold[at] ? left[at] : right[at];
            }
            return value[at];
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
