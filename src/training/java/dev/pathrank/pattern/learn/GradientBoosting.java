package dev.pathrank.pattern.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains a {@link TreeEnsemble} by gradient boosting of the logistic loss over histograms of at most 64 bins.
 * Deterministic.
 */
final class GradientBoosting {
    private static final int BINS = 64;
    private static final int DEPTH = 6;
    private static final double RATE = 0.1;
    private static final double LAMBDA = 2;
    private static final double MIN_WEIGHT = 1;

    /** The part of the features that a tree may use. */
    private static final double FEATURES = 0.3;

    /** The part of the interfaces that a tree is grown on, so that no single one dominates. */
    private static final double GROUPS = 0.6;

    private final int rounds;
    private boolean[] asked = new boolean[0];

    /** @param rounds how many trees are grown */
    GradientBoosting(int rounds) {
        this.rounds = rounds;
    }

    TreeEnsemble train(LabelledSegments.Examples examples) {
        List<float[]> x = examples.vectors;
        boolean[] y = new boolean[x.size()];
        double[] w = new double[x.size()];
        int[] group = new int[x.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = examples.values.get(i);
            w[i] = examples.weights.get(i);
            group[i] = examples.groups.get(i);
        }
        SplittableRandom random = new SplittableRandom(1);
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        int n = x.size();
        int features = x.get(0).length;
        float[][] edges = new float[features][];
        byte[][] bins = new byte[features][n];
        for (int f = 0; f < features; f++) {
            edges[f] = edges(x, f);
            for (int i = 0; i < n; i++) {
                bins[f][i] = (byte) bin(edges[f], x.get(i)[f]);
            }
        }
        double positive = 0;
        double all = 0;
        for (int i = 0; i < n; i++) {
            positive += y[i] ? w[i] : 0;
            all += w[i];
        }
        double bias = StrictMath.log(positive / (all - positive));
        double[] score = new double[n];
        Arrays.fill(score, bias);
        TreeEnsemble ensemble = new TreeEnsemble(bias);
        float[] g = new float[n];
        float[] h = new float[n];
        for (int round = 0; round < rounds; round++) {
            asked = new boolean[features];
            for (int f = 0; f < features; f++) {
                asked[f] = random.nextDouble() < FEATURES;
            }
            boolean[] taken = new boolean[groups];
            for (int k = 0; k < groups; k++) {
                taken[k] = random.nextDouble() < GROUPS;
            }
            for (int i = 0; i < n; i++) {
                if (!taken[group[i]]) {
                    g[i] = 0;
                    h[i] = 0;
                    continue;
                }
                double p = 1 / (1 + StrictMath.exp(-score[i]));
                g[i] = (float) (w[i] * (p - (y[i] ? 1 : 0)));
                h[i] = (float) Math.max(1e-9, w[i] * p * (1 - p));
            }
            int[] rows = IntStream.range(0, n).filter(i -> taken[group[i]]).toArray();
            Growth growth = new Growth(bins, edges, g, h, rows);
            ensemble.add(growth.grow());
            for (int i = 0; i < n; i++) {
                score[i] += growth.value(i);
            }
        }
        return ensemble;
    }

    /** Grows one tree: {@code order} holds the rows that it is grown on and is put in the order of its leaves. */
    private final class Growth {
        private final byte[][] bins;
        private final float[][] edges;
        private final float[] g;
        private final float[] h;
        private final int[] order;
        private final int[] scratch;
        private final int[] features;
        private final float[] gHere;
        private final float[] hHere;
        private final List<float[]> nodes = new ArrayList<>();

        Growth(byte[][] bins, float[][] edges, float[] g, float[] h, int[] order) {
            this.bins = bins;
            this.edges = edges;
            this.g = g;
            this.h = h;
            this.order = order;
            this.scratch = new int[order.length];
            this.gHere = new float[order.length];
            this.hHere = new float[order.length];
            this.features = IntStream.range(0, bins.length)
                    .filter(f -> asked[f] && edges[f].length > 0)
                    .toArray();
        }

        TreeEnsemble.DecisionTree grow() {
            nodes.add(null);
            split(0, 0, order.length, 0, sums(0, order.length));
            TreeEnsemble.DecisionTree tree = new TreeEnsemble.DecisionTree(nodes.size());
            for (int i = 0; i < nodes.size(); i++) {
                float[] node = nodes.get(i);
                if (node[0] < 0) {
                    tree.answer(i, node[4]);
                } else {
                    tree.question(i, (int) node[0], node[1], (int) node[2], (int) node[3]);
                }
            }
            return tree;
        }

        /** The value of the tree for a row. */
        float value(int row) {
            float[] node = nodes.get(0);
            while (node[0] >= 0) {
                boolean atMost = (bins[(int) node[0]][row] & 0xFF) <= node[4];
                node = nodes.get((int) (atMost ? node[2] : node[3]));
            }
            return node[4];
        }

        /** For each feature and bin the sums of both derivatives over some rows. */
        private double[][] sums(int from, int to) {
            for (int k = from; k < to; k++) {
                gHere[k] = g[order[k]];
                hHere[k] = h[order[k]];
            }
            double[][] sums = new double[features.length][2 * BINS];
            for (int f = 0; f < features.length; f++) {
                byte[] column = bins[features[f]];
                double[] of = sums[f];
                for (int k = from; k < to; k++) {
                    int b = 2 * (column[order[k]] & 0xFF);
                    of[b] += gHere[k];
                    of[b + 1] += hHere[k];
                }
            }
            return sums;
        }

        private void split(int node, int from, int to, int depth, double[][] sums) {
            double gAll = 0;
            double hAll = 0;
            for (int k = from; k < to; k++) {
                gAll += g[order[k]];
                hAll += h[order[k]];
            }
            int[] best = depth < DEPTH && hAll >= 2 * MIN_WEIGHT ? best(sums, gAll, hAll) : null;
            if (best == null) {
                nodes.set(node, new float[] {-1, 0, 0, 0, (float) (-RATE * gAll / (hAll + LAMBDA))});
                return;
            }
            byte[] column = bins[best[0]];
            int left = from;
            int right = 0;
            for (int k = from; k < to; k++) {
                if ((column[order[k]] & 0xFF) <= best[1]) {
                    order[left++] = order[k];
                } else {
                    scratch[right++] = order[k];
                }
            }
            System.arraycopy(scratch, 0, order, left, right);
            int child = nodes.size();
            nodes.add(null);
            nodes.add(null);
            nodes.set(node, new float[] {best[0], edges[best[0]][best[1]], child, child + 1, best[1]});
            boolean leftIsLess = left - from < to - left;
            double[][] less = depth + 1 < DEPTH ? leftIsLess ? sums(from, left) : sums(left, to) : null;
            if (less != null) {
                for (int f = 0; f < sums.length; f++) {
                    for (int b = 0; b < sums[f].length; b++) {
                        sums[f][b] -= less[f][b];
                    }
                }
            }
            split(child, from, left, depth + 1, leftIsLess ? less : sums);
            split(child + 1, left, to, depth + 1, leftIsLess ? sums : less);
        }

        private int[] best(double[][] sums, double gAll, double hAll) {
            double bestGain = 1e-3;
            int[] best = null;
            double parent = gAll * gAll / (hAll + LAMBDA);
            for (int f = 0; f < features.length; f++) {
                double gl = 0;
                double hl = 0;
                for (int b = 0; b < edges[features[f]].length; b++) {
                    gl += sums[f][2 * b];
                    hl += sums[f][2 * b + 1];
                    double hr = hAll - hl;
                    if (hl < MIN_WEIGHT || hr < MIN_WEIGHT) {
                        continue;
                    }
                    double gr = gAll - gl;
                    double gain = gl * gl / (hl + LAMBDA) + gr * gr / (hr + LAMBDA) - parent;
                    if (gain > bestGain) {
                        bestGain = gain;
                        best = new int[] {features[f], b};
                    }
                }
            }
            return best;
        }
    }

    private static float[] edges(List<float[]> x, int f) {
        float[] values = new float[x.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = x.get(i)[f];
        }
        Arrays.sort(values);
        List<Float> edges = new ArrayList<>();
        int distinct = 1;
        for (int i = 1; i < values.length; i++) {
            distinct += values[i] != values[i - 1] ? 1 : 0;
        }
        if (distinct <= BINS) {
            for (int i = 1; i < values.length; i++) {
                if (values[i] != values[i - 1]) {
                    edges.add((values[i] + values[i - 1]) / 2);
                }
            }
        } else {
            for (int b = 1; b < BINS; b++) {
                float v = values[(int) ((long) b * values.length / BINS)];
                if (v < values[values.length - 1] && (edges.isEmpty() || v > edges.get(edges.size() - 1))) {
                    edges.add(v);
                }
            }
        }
        float[] array = new float[edges.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = edges.get(i);
        }
        return array;
    }

    private static int bin(float[] edges, float v) {
        int found = Arrays.binarySearch(edges, v);
        return found >= 0 ? found : -found - 1;
    }
}
