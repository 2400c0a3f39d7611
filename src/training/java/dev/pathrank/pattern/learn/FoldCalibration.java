package dev.pathrank.pattern.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measurement of how often patterns with a given probability under the shipped model are right; writes the curve from
 * which confidence is read.
 *
 * <p>{@code FoldCalibration SPECS FILE FOLDER...}: SPECS holds the descriptions of a path benchmark, each FOLDER the
 * output of its generator; FILE is the resource. Prints a table in which each vendor is judged by a curve of the
 * others. The figures are valid if these interfaces are not in the model's training data.
 */
final class FoldCalibration {
    private static final int PARTS = 6;
    private static final Pattern VENDOR = Pattern.compile("\"vendor\": ?\"([^\"]*)\"");
    private static final String TITLE = "# What decisions multiply to, and how often such patterns are right. Made by "
            + "scripts/train-folding BENCHMARK --calibrate.";

    private FoldCalibration() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> vendors = vendors(Path.of(args[0]));
        List<String> names = List.copyOf(new TreeSet<>(vendors.values()));
        List<ConfidenceFit.Example> examples = new ArrayList<>();
        for (String folder : List.of(args).subList(2, args.length)) {
            vendors.entrySet().parallelStream()
                    .map(api -> examples(folder, api.getKey(), names.indexOf(api.getValue()) % PARTS))
                    .toList()
                    .forEach(examples::addAll);
        }
        write(examples, Path.of(args[1]));
    }

    /** Writes the resource and prints the table. */
    static void write(List<ConfidenceFit.Example> examples, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(TITLE));
        lines.addAll(ConfidenceFit.fit(examples));
        Files.write(file, lines);
        System.out.print(ConfidenceFit.table(examples));
    }

    private static Map<String, String> vendors(Path specs) throws IOException {
        Map<String, String> vendors = new TreeMap<>();
        try (Stream<Path> files = Files.list(specs)) {
            for (Path file : files.sorted().toList()) {
                Matcher vendor = VENDOR.matcher(Files.readString(file));
                if (vendor.find()) {
                    vendors.put(file.getFileName().toString().replace(".json", ""), vendor.group(1));
                }
            }
        }
        return vendors;
    }

    private static List<ConfidenceFit.Example> examples(String folder, String api, int part) {
        try {
            return LabelledApi.read(Path.of(folder), api).judged(FoldModel.shipped()).stream()
                    .map(judged -> new ConfidenceFit.Example(part, judged))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
