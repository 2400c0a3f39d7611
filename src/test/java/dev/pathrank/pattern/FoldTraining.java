package dev.pathrank.pattern;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Trains the model that folds paths, and tells by cross-validation how good it is for vendors that it has not seen.
 *
 * <p>{@code FoldTraining SPECS [--write FILE | --calibrate FILE] FOLDER...}: SPECS holds the descriptions (vendor and templates) of the path benchmark, each FOLDER
 * what its generator made of them ({@code requests/}, {@code labels/}). Without {@code --write} each vendor is scored by a model trained on the
 * vendors of the other parts.
 */
final class FoldTraining {
    private static final int PARTS = 6;
    private static final double THRESHOLD = 0.8;
    private static final double[] THRESHOLDS = {0.5, 0.6, 0.7, 0.75, 0.8, 0.9};
    private static final Pattern VENDOR = Pattern.compile("\"vendor\": ?\"([^\"]*)\"");
    private static final Pattern TEMPLATE = Pattern.compile("\\[\"[A-Z]+\", ?\"(/[^\"]*)\"");

    private final Map<String, String> vendors = new TreeMap<>();
    private final Map<String, Set<String>> vendorsOfWord = new TreeMap<>();
    private final List<String> vendorNames;

    private FoldTraining(Path specs) throws IOException {
        try (Stream<Path> files = Files.list(specs)) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                Matcher vendor = VENDOR.matcher(text);
                if (vendor.find()) {
                    String name = file.getFileName().toString().replace(".json", "");
                    vendors.put(name, vendor.group(1));
                    addWords(text, vendor.group(1));
                }
            }
        }
        vendorNames = List.copyOf(new TreeSet<>(vendors.values()));
    }

    private void addWords(String text, String vendor) {
        Matcher template = TEMPLATE.matcher(text);
        while (template.find()) {
            for (String segment : template.group(1).split("/")) {
                if (!segment.contains("{")) {
                    Lexicon.parts(segment)
                            .forEach(word -> vendorsOfWord
                                    .computeIfAbsent(word, w -> new TreeSet<>())
                                    .add(vendor));
                }
            }
        }
    }

    /** The words that at least two vendors use, {@code without} not counted. */
    private Lexicon lexicon(String without) {
        Map<String, Integer> counts = new HashMap<>();
        vendorsOfWord.forEach((word, users) -> {
            int count = users.size() - (users.contains(without) ? 1 : 0);
            if (count >= 2) {
                counts.put(word, count);
            }
        });
        return new Lexicon(counts);
    }

    private int part(LabelledPlaces places) {
        return vendorNames.indexOf(vendors.get(places.api().name())) % PARTS;
    }

    private List<LabelledPlaces> read(Path folder) {
        return vendors.keySet().parallelStream()
                .map(name -> {
                    try {
                        return new LabelledPlaces(LabelledApi.read(folder, name), lexicon(vendors.get(name)));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .collect(Collectors.toList());
    }

    private TreeEnsemble train(List<LabelledPlaces> all, int without, boolean second) {
        LabelledPlaces.Examples examples = new LabelledPlaces.Examples();
        List<String> names = List.copyOf(vendors.keySet());
        all.stream()
                .filter(places -> part(places) != without)
                .forEach(places -> places.addTo(
                        examples, second, names.indexOf(places.api().name())));
        return new GradientBoosting().train(examples);
    }

    private List<TreeEnsemble> trainParts(List<LabelledPlaces> all, boolean second) {
        return IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> train(all, part, second))
                .toList();
    }

    private void write(List<LabelledPlaces> all, Path file) throws IOException {
        TreeEnsemble first = train(all, -1, false);
        judgeByOthers(all);
        FoldModel model = new FoldModel(first, train(all, -1, true), lexicon(""), THRESHOLD);
        try (OutputStream out = Files.newOutputStream(file)) {
            model.write(out);
        }
    }

    private List<TreeEnsemble> judgeByOthers(List<LabelledPlaces> all) {
        List<TreeEnsemble> first = trainParts(all, false);
        all.parallelStream().forEach(places -> places.judge(first.get(part(places))));
        return first;
    }

    /** @param calibration where the curve of confidence goes, of models that have not seen the vendor; null for none */
    private String crossValidate(List<Path> folders, List<List<LabelledPlaces>> perFolder, Path calibration)
            throws IOException {
        List<LabelledPlaces> all = perFolder.stream().flatMap(List::stream).toList();
        List<TreeEnsemble> first = judgeByOthers(all);
        List<TreeEnsemble> second = trainParts(all, true);
        if (calibration != null) {
            List<ConfidenceFit.Example> examples = all.parallelStream()
                    .flatMap(places -> places
                            .api()
                            .judged(new FoldModel(
                                    first.get(part(places)),
                                    second.get(part(places)),
                                    lexicon(vendors.get(places.api().name())),
                                    THRESHOLD))
                            .stream()
                            .map(judged -> new ConfidenceFit.Example(part(places), judged)))
                    .toList();
            FoldCalibration.write(examples, calibration);
        }
        StringBuilder table =
                new StringBuilder("| requests | threshold | GA | FGA | over |\n| --- | --- | --- | --- | --- |\n");
        for (int f = 0; f < folders.size(); f++) {
            for (double threshold : THRESHOLDS) {
                List<LabelledApi.Score> scores = perFolder.get(f).parallelStream()
                        .map(places -> places.api()
                                .score(new FoldModel(
                                        first.get(part(places)),
                                        second.get(part(places)),
                                        lexicon(vendors.get(places.api().name())),
                                        threshold)))
                        .toList();
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %.2f | %.3f | %.3f | %.3f |%n",
                        folders.get(f).getFileName(),
                        threshold,
                        scores.stream()
                                .mapToDouble(LabelledApi.Score::ga)
                                .average()
                                .orElse(0),
                        scores.stream()
                                .mapToDouble(LabelledApi.Score::fga)
                                .average()
                                .orElse(0),
                        scores.stream()
                                .mapToDouble(LabelledApi.Score::over)
                                .average()
                                .orElse(0)));
            }
        }
        return table.toString();
    }

    public static void main(String[] args) throws IOException {
        List<String> words = new ArrayList<>(List.of(args));
        FoldTraining training = new FoldTraining(Path.of(words.remove(0)));
        int write = words.indexOf("--write");
        Path file = write < 0 ? null : Path.of(words.get(write + 1));
        if (write >= 0) {
            words.subList(write, write + 2).clear();
        }
        int calibrate = words.indexOf("--calibrate");
        Path calibration = calibrate < 0 ? null : Path.of(words.get(calibrate + 1));
        if (calibrate >= 0) {
            words.subList(calibrate, calibrate + 2).clear();
        }
        List<Path> folders = words.stream().map(Path::of).toList();
        List<List<LabelledPlaces>> perFolder = new ArrayList<>();
        folders.forEach(folder -> perFolder.add(training.read(folder)));
        if (file == null) {
            System.out.print(training.crossValidate(folders, perFolder, calibration));
        } else {
            training.write(perFolder.stream().flatMap(List::stream).toList(), file);
        }
    }
}
