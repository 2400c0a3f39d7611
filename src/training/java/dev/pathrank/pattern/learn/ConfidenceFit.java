package dev.pathrank.pattern.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Fits a {@link Calibration}: how often patterns with a given product of decision probabilities are right, as a line
 * that never falls.
 */
final class ConfidenceFit {
    /** Points of a curve before those are joined that would fall. */
    private static final int POINTS = 24;

    private static final double[] BINS = {0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0001};

    /** A pattern, and the part of a cross-validation that its vendor is in. */
    record Example(int part, LabelledApi.Judged judged) {}

    private ConfidenceFit() {}

    /** The lines of the resource. */
    static List<String> fit(List<Example> examples) {
        List<String> lines = new ArrayList<>();
        lines.addAll(curve("fold", examples, true));
        lines.addAll(curve("literal", examples, false));
        return lines;
    }

    private static List<String> curve(String name, List<Example> examples, boolean folded) {
        List<LabelledApi.Judged> sorted = examples.stream()
                .map(Example::judged)
                .filter(judged -> judged.folded() == folded)
                .sorted(Comparator.comparingDouble(LabelledApi.Judged::sure))
                .toList();
        // Each point: patterns, the sum of their inputs, and how many were right; a point that falls joins the one
        // before it.
        List<double[]> points = new ArrayList<>();
        for (int bin = 0; bin < POINTS; bin++) {
            List<LabelledApi.Judged> in =
                    sorted.subList(bin * sorted.size() / POINTS, (bin + 1) * sorted.size() / POINTS);
            if (!in.isEmpty()) {
                points.add(new double[] {
                    in.size(),
                    in.stream().mapToDouble(LabelledApi.Judged::sure).sum(),
                    in.stream().filter(LabelledApi.Judged::right).count()
                });
            }
            int last = points.size() - 1;
            while (last > 0 && rate(points.get(last)) <= rate(points.get(last - 1))) {
                double[] joined = points.remove(last--);
                for (int i = 0; i < joined.length; i++) {
                    points.get(last)[i] += joined[i];
                }
            }
        }
        return points.stream()
                .map(point -> String.format(Locale.ROOT, "%s %.4f %.4f", name, point[1] / point[0], rate(point)))
                .toList();
    }

    private static double rate(double[] point) {
        return point[2] / point[0];
    }

    /** Confidence against truth; each pattern is judged by a curve without its vendor. */
    static String table(List<Example> examples) {
        double[][] folds = new double[BINS.length - 1][3];
        double[][] literals = new double[BINS.length - 1][3];
        for (int part = 0;
                part <= examples.stream().mapToInt(Example::part).max().orElse(0);
                part++) {
            int own = part;
            Calibration others = new Calibration(
                    fit(examples.stream().filter(each -> each.part() != own).toList()));
            examples.stream()
                    .filter(each -> each.part() == own)
                    .map(Example::judged)
                    .forEach(judged -> {
                        double said = others.of(judged.folded(), judged.sure());
                        int bin = 0;
                        while (said >= BINS[bin + 1]) {
                            bin++;
                        }
                        double[] cell = (judged.folded() ? folds : literals)[bin];
                        cell[0]++;
                        cell[1] += said;
                        cell[2] += judged.right() ? 1 : 0;
                    });
        }
        StringBuilder table = new StringBuilder("""
                | said | patterns with placeholders | said on average | right | patterns without | said on average | right |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        for (int bin = 0; bin < folds.length; bin++) {
            table.append(String.format(Locale.ROOT, "| %.2f to %.2f ", BINS[bin], Math.min(1, BINS[bin + 1])));
            for (double[] cell : new double[][] {folds[bin], literals[bin]}) {
                table.append(
                        cell[0] == 0
                                ? "| 0 | | "
                                : String.format(
                                        Locale.ROOT,
                                        "| %,.0f | %.3f | %.3f ",
                                        cell[0],
                                        cell[1] / cell[0],
                                        cell[2] / cell[0]));
            }
            table.append("|\n");
        }
        return table.toString();
    }
}
