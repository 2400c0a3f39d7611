package dev.pathrank.pattern.learn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Calibration curves from the product of the model's probabilities to a confidence: the part of patterns with that
 * product which is exactly right, measured on interfaces that the model has not seen. Curves are linear between the
 * measured points.
 *
 * <p>The resource holds a line for each point: {@code fold} or {@code literal}, the product, and the confidence.
 * {@code scripts/train-folding BENCHMARK --calibrate} writes it.
 */
final class Calibration {
    private static final String RESOURCE = "fold-confidence.txt";

    private final List<double[]> folds = new ArrayList<>();
    private final List<double[]> literals = new ArrayList<>();

    /** @param lines of the resource; the points of each curve in ascending order */
    Calibration(List<String> lines) {
        for (String line : lines) {
            String[] cells = line.split(" ");
            List<double[]> curve = cells[0].equals("fold") ? folds : literals;
            curve.add(new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])});
        }
    }

    /** The identity: the confidence is the product. */
    static final Calibration NONE = new Calibration(List.of("fold 0 0", "fold 1 1", "literal 0 0", "literal 1 1"));

    /** Returns the calibration that ships with the program; it is loaded by the first call. */
    static Calibration shipped() {
        return Shipped.CALIBRATION;
    }

    /** The holder of the shipped calibration. */
    private static final class Shipped {
        private static final Calibration CALIBRATION = load();

        private static Calibration load() {
            try (InputStream in = Objects.requireNonNull(Calibration.class.getResourceAsStream(RESOURCE), RESOURCE);
                    Reader text = new InputStreamReader(in, StandardCharsets.US_ASCII)) {
                return new Calibration(new BufferedReader(text)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException("the program's own resource " + RESOURCE + " cannot be read", e);
            }
        }
    }

    /**
     * Returns the confidence, 0 to 1, of a pattern.
     *
     * @param folded whether it has placeholders
     * @param product the product of its probabilities, 0 to 1
     */
    double of(boolean folded, double product) {
        List<double[]> curve = folded ? folds : literals;
        double[] before = curve.get(0);
        for (double[] point : curve) {
            if (product < point[0]) {
                double part = point[0] == before[0] ? 1 : (product - before[0]) / (point[0] - before[0]);
                return before[1] + Math.max(0, part) * (point[1] - before[1]);
            }
            before = point;
        }
        return before[1];
    }
}
