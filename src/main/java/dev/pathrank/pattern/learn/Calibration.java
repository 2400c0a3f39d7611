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

/**
 * Turns what the model's probabilities multiply to into a confidence: the part of such patterns that is exactly right, as measured on interfaces that the
 * model has not seen. Between the measured points it goes straight.
 *
 * <p>The resource holds a line for each point: {@code fold} or {@code literal}, what went in, and what comes out. {@code scripts/train-folding BENCHMARK
 * --calibrate} writes it.
 */
final class Calibration {
    private static final String RESOURCE = "fold-confidence.txt";

    private final List<double[]> folds = new ArrayList<>();
    private final List<double[]> literals = new ArrayList<>();

    /** @param lines as in the resource; points of one curve stand in their order */
    Calibration(List<String> lines) {
        for (String line : lines) {
            String[] cells = line.split(" ");
            List<double[]> curve = cells[0].equals("fold") ? folds : literals;
            curve.add(new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])});
        }
    }

    /** Gives out what goes in. */
    static final Calibration NONE = new Calibration(List.of("fold 0 0", "fold 1 1", "literal 0 0", "literal 1 1"));

    /** The one that ships with the program. */
    static Calibration shipped() {
        return Shipped.CALIBRATION;
    }

    /** Read when first needed. */
    private static final class Shipped {
        private static final Calibration CALIBRATION = load();

        private static Calibration load() {
            try (InputStream in = Calibration.class.getResourceAsStream(RESOURCE);
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
     * The confidence.
     *
     * @param folded whether the pattern has placeholders
     * @param sure 0 to 1
     */
    double of(boolean folded, double sure) {
        List<double[]> curve = folded ? folds : literals;
        double[] before = curve.get(0);
        for (double[] point : curve) {
            if (sure < point[0]) {
                double part = point[0] == before[0] ? 1 : (sure - before[0]) / (point[0] - before[0]);
                return before[1] + Math.max(0, part) * (point[1] - before[1]);
            }
            before = point;
        }
        return before[1];
    }
}
