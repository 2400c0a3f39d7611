package dev.pathrank.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/** Trains a {@link TreeEnsemble} by gradient boosting of the logistic loss over histograms of at most 64 bins. Deterministic. */
final class GradientBoosting {
    private static final int BINS = 64;
    private static final int ROUNDS = 160;
    private static final int DEPTH = 5;
    private static final double RATE = 0.12;
    private static final double LAMBDA = 3;
    private static final double MIN_WEIGHT = 2;

    /** The part of the features that a tree may ask. */
    private static final double FEATURES = 0.4;

    /** The part of the interfaces that a tree is grown on, so that none decides alone. */
    private static final double GROUPS = 0.6;

    private boolean[] asked = new boolean[0];

    TreeEnsemble train(LabelledPlaces.Examples examples) {
        List<double[]> x = examples.vectors;
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
                bins[f][i] = (byte) bin(edges[f], (float) x.get(i)[f]);
            }
        }
        double positive = 0;
        double all = 0;
        for (int i = 0; i < n; i++) {
            positive += y[i] ? w[i] : 0;
            all += w[i];
        }
        double bias = Math.log(positive / (all - positive));
        double[] score = new double[n];
        Arrays.fill(score, bias);
        TreeEnsemble ensemble = new TreeEnsemble(bias);
        float[] g = new float[n];
        float[] h = new float[n];
        for (int round = 0; round < ROUNDS; round++) {
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
                double p = 1 / (1 + Math.exp(-score[i]));
                g[i] = (float) (w[i] * (p - (y[i] ? 1 : 0)));
                h[i] = (float) Math.max(1e-9, w[i] * p * (1 - p));
            }
            ensemble.add(grow(bins, edges, g, h, score));
        }
        return ensemble;
    }

    private record Job(int node, int from, int to, int depth) {}

    private TreeEnsemble.Tree grow(byte[][] bins, float[][] edges, float[] g, float[] h, double[] score) {
        int n = score.length;
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        List<float[]> nodes = new ArrayList<>();
        nodes.add(null);
        Deque<Job> jobs = new ArrayDeque<>();
        jobs.add(new Job(0, 0, n, 0));
        int[] scratch = new int[n];
        while (!jobs.isEmpty()) {
            Job job = jobs.poll();
            float[] split = job.depth < DEPTH ? best(bins, edges, g, h, order, job) : null;
            double sg = 0;
            double sh = 0;
            for (int k = job.from; k < job.to; k++) {
                sg += g[order[k]];
                sh += h[order[k]];
            }
            if (split == null) {
                double value = -RATE * sg / (sh + LAMBDA);
                nodes.set(job.node, new float[] {-1, 0, 0, 0, (float) value});
                for (int k = job.from; k < job.to; k++) {
                    score[order[k]] += (float) value;
                }
                continue;
            }
            int f = (int) split[0];
            int b = (int) split[1];
            int left = job.from;
            int right = 0;
            for (int k = job.from; k < job.to; k++) {
                if ((bins[f][order[k]] & 0xFF) <= b) {
                    order[left++] = order[k];
                } else {
                    scratch[right++] = order[k];
                }
            }
            System.arraycopy(scratch, 0, order, left, right);
            int l = nodes.size();
            nodes.add(null);
            nodes.add(null);
            nodes.set(job.node, new float[] {f, edges[f][b], l, l + 1, 0});
            jobs.add(new Job(l, job.from, left, job.depth + 1));
            jobs.add(new Job(l + 1, left, job.to, job.depth + 1));
        }
        TreeEnsemble.Tree tree = new TreeEnsemble.Tree(nodes.size());
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

    private float[] best(byte[][] bins, float[][] edges, float[] g, float[] h, int[] order, Job job) {
        double gAll = 0;
        double hAll = 0;
        for (int k = job.from; k < job.to; k++) {
            gAll += g[order[k]];
            hAll += h[order[k]];
        }
        if (hAll < 2 * MIN_WEIGHT) {
            return null;
        }
        double bestGain = 1e-3;
        float[] best = null;
        double parent = gAll * gAll / (hAll + LAMBDA);
        for (int f = 0; f < bins.length; f++) {
            int count = edges[f].length;
            if (count == 0 || !asked[f]) {
                continue;
            }
            double[] sg = new double[BINS];
            double[] sh = new double[BINS];
            byte[] column = bins[f];
            for (int k = job.from; k < job.to; k++) {
                int i = order[k];
                int b = column[i] & 0xFF;
                sg[b] += g[i];
                sh[b] += h[i];
            }
            double gl = 0;
            double hl = 0;
            for (int b = 0; b < count; b++) {
                gl += sg[b];
                hl += sh[b];
                double hr = hAll - hl;
                if (hl < MIN_WEIGHT || hr < MIN_WEIGHT) {
                    continue;
                }
                double gr = gAll - gl;
                double gain = gl * gl / (hl + LAMBDA) + gr * gr / (hr + LAMBDA) - parent;
                if (gain > bestGain) {
                    bestGain = gain;
                    best = new float[] {f, b};
                }
            }
        }
        return best;
    }

    private static float[] edges(List<double[]> x, int f) {
        float[] values = new float[x.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) x.get(i)[f];
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
