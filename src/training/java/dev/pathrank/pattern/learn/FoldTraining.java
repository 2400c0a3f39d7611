package dev.pathrank.pattern.learn;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Training of the folding model, with scores on vendors that are not in the training data.
 *
 * <p>{@code FoldTraining [--write FILE] [--predict DIR] [--literal-weight N] --train SPECS FOLDER... --test SPECS
 * FOLDER...}: SPECS holds descriptions (vendor and templates), each FOLDER the output of the generator of the path
 * benchmark ({@code requests/}, {@code labels/}). The folders after {@code --test} are scored by a model trained
 * without them. Several {@code --train} form one corpus. A literal weighs N times as much as a value, for a literal
 * mistaken for a value makes an endpoint disappear.
 */
final class FoldTraining {
    /**
     * Number of first models, each trained without a part of the vendors: the second model learns from their judgement
     * of data that they have not seen.
     */
    private static final int PARTS = 2;

    private static final int FIRST_ROUNDS = 140;
    private static final int SECOND_ROUNDS = 240;
    private static final double THRESHOLD = 0.6;
    private static final double[] THRESHOLDS = {0.5, 0.6, 0.7, 0.8};

    /** The output of the generator for one interface and volume. */
    private record Source(Path folder, String name, String vendor) {}

    private final List<Source> train = new ArrayList<>();
    private final List<Source> test = new ArrayList<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private List<String> vendors = List.of();
    private double literalWeight = 1;

    private void read(Path specs, List<Path> folders, boolean forTraining) throws IOException {
        TreeMap<String, String> vendorOf = new TreeMap<>();
        for (Vocabulary.Description description : Vocabulary.read(specs)) {
            vendorOf.put(description.name(), description.vendor());
            if (forTraining) {
                vocabulary.add(description);
            }
        }
        for (Path folder : folders) {
            vendorOf.forEach((name, vendor) -> (forTraining ? train : test).add(new Source(folder, name, vendor)));
        }
    }

    private int part(Source source) {
        return vendors.indexOf(source.vendor) % PARTS;
    }

    private LabelledSegments places(Source source) {
        try {
            return new LabelledSegments(
                    LabelledApi.read(source.folder, source.name), vocabulary.lexicon(source.vendor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<LabelledSegments.Examples> examples(Function<Source, LabelledSegments> look, boolean second) {
        List<String> names =
                List.copyOf(new TreeSet<>(train.stream().map(Source::name).toList()));
        return train.parallelStream()
                .map(source -> look.apply(source).examples(second, names.indexOf(source.name), literalWeight))
                .toList();
    }

    private TreeEnsemble boost(List<LabelledSegments.Examples> of, int without, int rounds) {
        LabelledSegments.Examples all = new LabelledSegments.Examples();
        for (int i = 0; i < of.size(); i++) {
            if (part(train.get(i)) != without) {
                all.add(of.get(i));
            }
        }
        say("boosting " + all.vectors.size() + " examples of " + all.vectors.get(0).length + " numbers");
        return new GradientBoosting(rounds).train(all);
    }

    private FoldModel train() {
        vendors = List.copyOf(new TreeSet<>(train.stream().map(Source::vendor).toList()));
        say("reading " + train.size() + " interfaces of " + vendors.size() + " vendors");
        List<LabelledSegments.Examples> examples = examples(this::places, false);
        List<TreeEnsemble> first = IntStream.range(0, PARTS + 1)
                .parallel()
                .mapToObj(part -> boost(examples, part, FIRST_ROUNDS))
                .toList();
        say("judging");
        List<LabelledSegments.Examples> judged = examples(
                source -> {
                    LabelledSegments places = places(source);
                    places.judge(first.get(part(source)));
                    return places;
                },
                true);
        return new FoldModel(first.get(PARTS), boost(judged, -1, SECOND_ROUNDS), vocabulary.lexicon(""), THRESHOLD);
    }

    private void score(FoldModel model, Path folder, Path predictions) {
        List<Source> of = test.stream().filter(s -> s.folder.equals(folder)).toList();
        List<List<LabelledApi.Score>> scores = of.parallelStream()
                .map(source -> {
                    try {
                        LabelledApi api = LabelledApi.read(source.folder, source.name);
                        if (predictions != null) {
                            api.predict(model, predictions.resolve(folder.getFileName()));
                        }
                        List<LabelledApi.Score> each = new ArrayList<>();
                        for (double threshold : THRESHOLDS) {
                            each.add(api.score(model.withThreshold(threshold)));
                        }
                        return each;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
        for (int t = 0; t < THRESHOLDS.length; t++) {
            int at = t;
            Set<String> weak = new TreeSet<>();
            for (int i = 0; i < of.size(); i++) {
                LabelledApi.Score s = scores.get(i).get(t);
                if (THRESHOLDS[t] == THRESHOLD && (s.fga() < 0.9 || s.over() > 0.01)) {
                    weak.add(
                            String.format(Locale.ROOT, "%s %.2f %.2f %.3f", of.get(i).name, s.ga(), s.fga(), s.over()));
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.3f | %.3f | %.3f |%n",
                    folder.getFileName(),
                    THRESHOLDS[t],
                    scores.stream().mapToDouble(s -> s.get(at).ga()).average().orElse(0),
                    scores.stream().mapToDouble(s -> s.get(at).fga()).average().orElse(0),
                    scores.stream().mapToDouble(s -> s.get(at).over()).average().orElse(0));
            if (!weak.isEmpty()) {
                say(weak.size() + " weak: " + String.join(", ", weak));
            }
        }
    }

    private static void say(String what) {
        System.err.println(what);
    }

    public static void main(String[] args) throws IOException {
        FoldTraining training = new FoldTraining();
        Path write = null;
        Path predict = null;
        Path model = null;
        Set<Path> tests = new java.util.LinkedHashSet<>();
        for (int i = 0; i < args.length; ) {
            String option = args[i++];
            Path first = Path.of(args[i++]);
            List<Path> folders = new ArrayList<>();
            while (i < args.length && !args[i].startsWith("--")) {
                folders.add(Path.of(args[i++]));
            }
            switch (option) {
                case "--write" -> write = first;
                case "--predict" -> predict = first;
                case "--model" -> model = first;
                case "--literal-weight" -> training.literalWeight = Double.parseDouble(first.toString());
                case "--train" -> training.read(first, folders, true);
                case "--test" -> {
                    training.read(first, folders, false);
                    tests.addAll(folders);
                }
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        FoldModel learned;
        if (model == null) {
            learned = training.train();
        } else {
            try (java.io.InputStream in = Files.newInputStream(model)) {
                learned = FoldModel.read(in);
            }
        }
        if (write != null) {
            try (OutputStream out = Files.newOutputStream(write)) {
                learned.write(out);
            }
        }
        for (Path folder : tests) {
            training.score(learned, folder, predict);
        }
    }
}
