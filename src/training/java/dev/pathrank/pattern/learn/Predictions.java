package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.Paths;
import dev.pathrank.pattern.tree.PathTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the pattern of every method and path of labelled requests, in the form that the path benchmark's scorer reads:
 * {@code Predictions REQUESTS OUT}, both folders, one file an interface.
 */
final class Predictions {
    private Predictions() {}

    /** Method, path and pattern of each distinct request, separated by tabs. */
    static List<String> of(List<String> requests) {
        Paths paths = new Paths();
        Map<String, Boolean> answered = new LinkedHashMap<>();
        for (String line : requests) {
            String[] cells = line.split("\t");
            int status = Integer.parseInt(cells[2]);
            boolean decides = status >= 100 && status < 400;
            answered.merge(cells[0] + "\t" + cells[1], decides, Boolean::logicalOr);
            if (decides) {
                paths.answered(cells[0], cells[1], 1);
            } else {
                paths.failed(cells[0], cells[1], 1, status);
            }
        }
        paths.answered().settle();
        paths.failedTree().settle();
        IdentityHashMap<Paths.Count, String> patterns = new IdentityHashMap<>();
        for (LearnedPattern<Paths.Count> learned : PatternLearner.learn(paths.answered(), paths.failedTree())) {
            learned.leaves().forEach(leaf -> patterns.put(leaf, learned.pattern()));
        }
        List<String> predictions = new ArrayList<>();
        answered.forEach((request, decides) -> {
            String[] cells = request.split("\t");
            PathTree<Paths.Count> tree = decides ? paths.answered() : paths.failedTree();
            predictions.add(request + "\t" + patterns.get(paths.leaf(tree, cells[0], cells[1])));
        });
        return predictions;
    }

    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[1]));
        List<Path> files;
        try (Stream<Path> list = Files.list(Path.of(args[0]))) {
            files = list.sorted().toList();
        }
        for (Path file : files) {
            Files.write(out.resolve(file.getFileName()), of(Files.readAllLines(file, StandardCharsets.UTF_8)));
        }
    }
}
