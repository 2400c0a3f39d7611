package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.Paths;
import dev.pathrank.pattern.learn.features.NotFoundCounts;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.segment.PathHash;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.tree.Node;
import dev.pathrank.pattern.tree.PathTree;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * One interface of the path benchmark: its requests counted in path trees, with their true templates.
 *
 * <p>Reads {@code requests/NAME.tsv} (method, path, status a request) and {@code labels/NAME.tsv} (method, path,
 * template, requests).
 */
final class LabelledApi {
    /** The template of a request that is a scanner's and is not scored. */
    private static final String NOISE = "-";

    private final String name;
    private final Paths paths = new Paths();
    private final List<Label> labels = new ArrayList<>();
    private final Map<String, Boolean> answered = new HashMap<>();
    private final IdentityHashMap<Node<?>, Map<String, Long>> truth = new IdentityHashMap<>();

    /** The true template of a method and path, with {@code {}} for placeholders, and its number of requests. */
    record Label(String method, String path, String template, int requests) {
        String request() {
            return method + "\t" + path;
        }

        String group() {
            return method + " " + template;
        }
    }

    /**
     * Grouping scores as the path benchmark defines them.
     *
     * @param ga share of the requests that lie in a group equal to a true one
     * @param fga F1 of the groups
     * @param over share of the requests whose template is merged with another
     */
    record Score(double ga, double fga, double over) {}

    private LabelledApi(String name) {
        this.name = name;
    }

    static LabelledApi read(Path folder, String name) throws IOException {
        LabelledApi api = new LabelledApi(name);
        for (String line : lines(folder, "requests", name)) {
            String[] cells = line.split("\t");
            int status = Integer.parseInt(cells[2]);
            boolean decides = status >= 100 && status < 400;
            api.answered.merge(cells[0] + "\t" + cells[1], decides, Boolean::logicalOr);
            if (decides) {
                api.paths.answered(cells[0], cells[1], 1);
            } else {
                api.paths.failed(cells[0], cells[1], 1, status);
            }
        }
        for (String line : lines(folder, "labels", name)) {
            String[] cells = line.split("\t");
            api.labels.add(new Label(cells[0], cells[1], cells[2], Integer.parseInt(cells[3])));
        }
        api.paths.answered().settle();
        api.paths.failedTree().settle();
        api.paths.answered().root().sumSubtreeRows();
        api.labels.stream()
                .filter(label -> !label.template.equals(NOISE) && api.answered.get(label.request()))
                .forEach(api::mark);
        return api;
    }

    private static List<String> lines(Path folder, String kind, String name) throws IOException {
        return Files.readAllLines(folder.resolve(kind).resolve(name + ".tsv"), StandardCharsets.UTF_8);
    }

    String name() {
        return name;
    }

    Node<Paths.Count> host() {
        return paths.answered().root().children().get(0);
    }

    NotFoundCounts<Paths.Count> notFound() {
        List<Node<Paths.Count>> failed = paths.failedTree().root().children();
        return NotFoundCounts.of(host(), failed.isEmpty() ? null : failed.get(0));
    }

    /**
     * Follows a labelled path down the tree and records the template's segment at each node; additional slashes have
     * none.
     */
    private void mark(Label label) {
        Node<Paths.Count> node = host();
        String[] segments = label.path.substring(1).split("/", -1);
        String[] template = label.template.substring(1).split("/", -1);
        int at = 0;
        for (int i = 0; i < segments.length && at < template.length && !label.path.equals("/"); i++) {
            byte[] text = segments[i].getBytes(StandardCharsets.ISO_8859_1);
            Node<Paths.Count> named = node.find(PathHash.ofSegment(text), ByteSlice.of(text));
            Node<Paths.Count> next = named != null ? named : node.overflowOf(SegmentKind.of(text));
            if (next == null) {
                return;
            }
            if (!segments[i].isEmpty() || template[at].isEmpty()) {
                truth.computeIfAbsent(next, n -> new HashMap<>())
                        .merge(template[at++], (long) label.requests, Long::sum);
            }
            node = next;
        }
    }

    /** The segments of the templates at these nodes, by most requests: a literal, or text with {@code {}} in it. */
    String truth(Sibling<Paths.Count> sibling) {
        Map<String, Long> sum = new TreeMap<>();
        for (Node<Paths.Count> node : sibling.nodes()) {
            truth.getOrDefault(node, Map.of()).forEach((segment, n) -> sum.merge(segment, n, Long::sum));
        }
        return sum.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /**
     * A learned pattern of one method, compared with the truth.
     *
     * @param folded whether it has placeholders
     * @param sure product of the probabilities of its decisions
     * @param right whether it stands for exactly the requests of one template
     */
    record Judged(boolean folded, double sure, boolean right) {}

    /** The patterns that a model learns from the requests, separately for scanners. */
    List<Judged> judged(FoldModel model) {
        IdentityHashMap<Paths.Count, LearnedPattern<Paths.Count>> patterns = new IdentityHashMap<>();
        PatternLearner.explain(paths.answered(), paths.failedTree(), model, Calibration.NONE)
                .forEach(learned -> learned.leaves().forEach(leaf -> patterns.put(leaf, learned)));
        Map<String, Set<Label>> predicted = new TreeMap<>();
        Map<String, Set<Label>> wanted = new HashMap<>();
        Map<String, LearnedPattern<Paths.Count>> byGroup = new HashMap<>();
        for (Label label : labels) {
            if (!label.template.equals(NOISE)) {
                PathTree<Paths.Count> tree = answered.get(label.request()) ? paths.answered() : paths.failedTree();
                LearnedPattern<Paths.Count> learned = patterns.get(paths.leaf(tree, label.method, label.path));
                String group = label.method + " " + learned.pattern();
                predicted.computeIfAbsent(group, g -> new HashSet<>()).add(label);
                wanted.computeIfAbsent(label.group(), g -> new HashSet<>()).add(label);
                byGroup.putIfAbsent(group, learned);
            }
        }
        List<Judged> judged = new ArrayList<>();
        predicted.forEach((group, members) -> {
            boolean right = wanted.get(members.iterator().next().group()).equals(members);
            LearnedPattern<Paths.Count> learned = byGroup.get(group);
            judged.add(new Judged(
                    learned.placeholders() > 0,
                    Objects.requireNonNull(learned.explanation().confidence()),
                    right));
        });
        return judged;
    }

    /** Scores what a model learns from the requests. */
    Score score(FoldModel model) {
        Map<Label, String> groups = groups(model);
        Map<String, Set<Label>> predicted = new HashMap<>();
        Map<String, Set<Label>> wanted = new HashMap<>();
        groups.forEach((label, group) -> {
            predicted.computeIfAbsent(group, g -> new HashSet<>()).add(label);
            wanted.computeIfAbsent(label.group(), g -> new HashSet<>()).add(label);
        });
        Map<String, Set<String>> wantedIn = new HashMap<>();
        groups.forEach((label, group) ->
                wantedIn.computeIfAbsent(group, g -> new HashSet<>()).add(label.group()));
        double right = 0;
        double merged = 0;
        double all = 0;
        int correct = 0;
        for (Set<Label> labels : wanted.values()) {
            long requests = labels.stream().mapToLong(Label::requests).sum();
            all += requests;
            if (predicted.get(groups.get(labels.iterator().next())).equals(labels)) {
                right += requests;
                correct++;
            } else if (labels.stream()
                    .anyMatch(label -> wantedIn.get(groups.get(label)).size() > 1)) {
                merged += requests;
            }
        }
        return new Score(right / all, 2.0 * correct / (wanted.size() + predicted.size()), merged / all);
    }

    /** Writes what a model learns, in the scorer's format: method, path, pattern. */
    void predict(FoldModel model, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>();
        groups(model)
                .forEach((label, group) -> lines.add(label.request() + "\t" + group.substring(group.indexOf(' ') + 1)));
        Files.write(folder.resolve(name + ".tsv"), lines, StandardCharsets.UTF_8);
    }

    private Map<Label, String> groups(FoldModel model) {
        IdentityHashMap<Paths.Count, String> patterns = new IdentityHashMap<>();
        for (LearnedPattern<Paths.Count> learned : PatternLearner.learn(paths.answered(), paths.failedTree(), model)) {
            learned.leaves().forEach(leaf -> patterns.put(leaf, learned.pattern()));
        }
        Map<Label, String> groups = new HashMap<>();
        for (Label label : labels) {
            if (!label.template.equals(NOISE)) {
                PathTree<Paths.Count> tree = answered.get(label.request()) ? paths.answered() : paths.failedTree();
                groups.put(label, label.method + " " + patterns.get(paths.leaf(tree, label.method, label.path)));
            }
        }
        return groups;
    }
}
