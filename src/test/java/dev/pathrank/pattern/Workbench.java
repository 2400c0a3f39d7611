package dev.pathrank.pattern;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trains and cross-validates the folding model on the path benchmark. */
final class Workbench {
    static final int EXTRA = 6;

    record Label(String method, String path, String template, int n) {}

    static final class Api {
        String name;
        final Paths paths = new Paths();
        final List<Label> labels = new ArrayList<>();
        final Map<String, Boolean> answered = new HashMap<>();
        Segments segments;
        Lexicon lexicon;
        final IdentityHashMap<Node<?>, long[]> truth = new IdentityHashMap<>();
        final IdentityHashMap<Node<?>, Map<String, Long>> truthSegment = new IdentityHashMap<>();
        final List<Decision> decisions = new ArrayList<>();
    }

    static final class Decision {
        Place<Paths.Count> place;
        List<Sibling<Paths.Count>> siblings;
        List<double[]> base;
        boolean[] variable;
        double[] first;
    }

    static Api load(Path folder, String name) throws IOException {
        Api api = new Api();
        api.name = name;
        for (String line : Files.readAllLines(folder.resolve("requests/" + name + ".tsv"), StandardCharsets.UTF_8)) {
            String[] c = line.split("\t");
            int status = Integer.parseInt(c[2]);
            boolean ok = status >= 100 && status < 400;
            api.answered.merge(c[0] + "\t" + c[1], ok, Boolean::logicalOr);
            if (ok) {
                api.paths.answered(c[0], c[1], 1);
            } else {
                api.paths.failed(c[0], c[1], 1);
            }
        }
        for (String line : Files.readAllLines(folder.resolve("labels/" + name + ".tsv"), StandardCharsets.UTF_8)) {
            String[] c = line.split("\t");
            api.labels.add(new Label(c[0], c[1], c[2], Integer.parseInt(c[3])));
        }
        api.paths.answered().settle();
        api.paths.failedTree().settle();
        api.paths.answered().root().sumBelow();
        api.segments = Segments.of(host(api));
        for (Label label : api.labels) {
            if (!label.template.equals("-") && api.answered.get(label.method + "\t" + label.path)) {
                mark(api, label);
            }
        }
        return api;
    }

    /** Walks a labelled path down the tree, noting at each node whether it is a value there. */
    private static void mark(Api api, Label label) {
        Node<Paths.Count> node = api.paths.answered().root().children().get(0);
        String[] segments = label.path.substring(1).split("/", -1);
        String[] template = label.template.substring(1).split("/", -1);
        for (int i = 0; i < segments.length && !(segments.length == 1 && segments[0].isEmpty()); i++) {
            byte[] text = segments[i].getBytes(StandardCharsets.ISO_8859_1);
            Node<Paths.Count> next = node.find(PathHash.ofSegment(text, 0, text.length), text, 0, text.length);
            if (next == null) {
                int kind = SegmentKind.of(text, 0, text.length);
                next = node.group(kind).overflow();
                if (next == null) {
                    return;
                }
            }
            boolean variable = template[i].contains("{}");
            api.truth.computeIfAbsent(next, n -> new long[2])[variable ? 1 : 0] += label.n;
            api.truthSegment.computeIfAbsent(next, n -> new HashMap<>()).merge(template[i], (long) label.n, Long::sum);
            node = next;
        }
    }

    private static Node<Paths.Count> host(Api api) {
        return api.paths.answered().root().children().get(0);
    }

    static boolean isVariable(Api api, Sibling<Paths.Count> s) {
        long[] sum = new long[2];
        for (Node<Paths.Count> n : s.nodes()) {
            long[] t = api.truth.get(n);
            if (t != null) {
                sum[0] += t[0];
                sum[1] += t[1];
            }
        }
        return sum[1] > sum[0];
    }

    static String truthSegment(Api api, Sibling<Paths.Count> s) {
        Map<String, Long> sum = new TreeMap<>();
        for (Node<Paths.Count> n : s.nodes()) {
            api.truthSegment.getOrDefault(n, Map.of()).forEach((k, v) -> sum.merge(k, v, Long::sum));
        }
        return sum.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("?");
    }

    /** Places as the truth has them, with the numbers and the right answers. */
    static void collect(Api api) {
        collect(api, Place.host(api.paths.answered().root().children().get(0)));
    }

    private static void collect(Api api, Place<Paths.Count> place) {
        List<Sibling<Paths.Count>> siblings = place.siblings(n -> true);
        if (siblings.isEmpty()) {
            return;
        }
        Decision d = new Decision();
        d.place = place;
        d.siblings = siblings;
        d.base = new Evidence<>(place, siblings, api.segments, api.lexicon).vectors();
        d.variable = new boolean[siblings.size()];
        Map<String, List<Node<Paths.Count>>> values = new TreeMap<>();
        for (int i = 0; i < siblings.size(); i++) {
            Sibling<Paths.Count> s = siblings.get(i);
            d.variable[i] = isVariable(api, s);
            if (d.variable[i]) {
                values.computeIfAbsent(truthSegment(api, s), k -> new ArrayList<>())
                        .addAll(s.nodes());
            }
        }
        api.decisions.add(d);
        for (int i = 0; i < siblings.size(); i++) {
            if (!d.variable[i]) {
                collect(
                        api,
                        place.literal(siblings.get(i).name(), siblings.get(i).nodes()));
            }
        }
        values.values().forEach(nodes -> collect(api, place.placeholder(nodes)));
    }

    static TreeEnsemble train(List<Api> apis, boolean second, GradientBoosting boosting) {
        List<double[]> x = new ArrayList<>();
        List<Boolean> y = new ArrayList<>();
        List<Double> w = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (Api api : apis) {
            for (Decision d : api.decisions) {
                int[] n = new int[2];
                for (boolean v : d.variable) {
                    n[v ? 1 : 0]++;
                }
                List<double[]> vectors = second ? secondVectors(api, d) : d.base;
                int step = Math.max(1, d.siblings.size() / 200);
                for (int i = 0; i < d.siblings.size(); i += step) {
                    x.add(vectors.get(i));
                    y.add(d.variable[i]);
                    groups.add(numbers.computeIfAbsent(api.name, k -> numbers.size()));
                    int of = n[d.variable[i] ? 1 : 0];
                    w.add((d.variable[i] ? 1.0 : 1.5) * Math.sqrt(Math.min(of, 200)) / Math.min(of, 200));
                }
            }
        }
        boolean[] labels = new boolean[y.size()];
        double[] weights = new double[y.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = y.get(i);
            weights[i] = w.get(i);
        }
        return boosting.train(
                x, labels, weights, groups.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Notes the first model's answers at the true places, for the second to learn from. */
    static void first(Api api, TreeEnsemble model) {
        api.segments = Segments.of(host(api));
        for (Decision d : api.decisions) {
            d.first = FoldModel.probabilities(model, d.base);
            FoldModel.judge(api.segments, d.place, d.siblings, d.first);
        }
    }

    static List<double[]> secondVectors(Api api, Decision d) {
        return FoldModel.secondVectors(api.segments, d.place, d.siblings, d.base, d.first);
    }

    // ---- scoring

    record Score(double ga, double fga, double over, int truth, int groups) {}

    static Score score(Api api, IdentityHashMap<Paths.Count, String> patternOf, List<String> why) {
        Map<String, Map<Integer, Integer>> truth = new HashMap<>();
        Map<String, Map<Integer, Integer>> predicted = new HashMap<>();
        long total = 0;
        String[] groupOf = new String[api.labels.size()];
        for (int k = 0; k < api.labels.size(); k++) {
            Label l = api.labels.get(k);
            if (l.template.equals("-")) {
                continue;
            }
            PathTree<Paths.Count> tree =
                    api.answered.get(l.method + "\t" + l.path) ? api.paths.answered() : api.paths.failedTree();
            groupOf[k] = l.method + " " + patternOf.get(api.paths.leaf(tree, l.method, l.path));
            truth.computeIfAbsent(l.method + " " + l.template, t -> new HashMap<>())
                    .put(k, l.n);
            predicted.computeIfAbsent(groupOf[k], t -> new HashMap<>()).put(k, l.n);
            total += l.n;
        }
        long ga = 0;
        long over = 0;
        int correct = 0;
        for (Map.Entry<String, Map<Integer, Integer>> t : truth.entrySet()) {
            String g = groupOf[t.getValue().keySet().iterator().next()];
            long n =
                    t.getValue().values().stream().mapToLong(Integer::longValue).sum();
            boolean same = predicted.get(g).keySet().equals(t.getValue().keySet());
            if (same) {
                ga += n;
                correct++;
            } else {
                boolean merged = false;
                java.util.Set<String> groups = new java.util.TreeSet<>();
                for (int k : t.getValue().keySet()) {
                    groups.add(groupOf[k]);
                }
                for (String gg : groups) {
                    for (int k : predicted.get(gg).keySet()) {
                        merged |= !(api.labels.get(k).method + " " + api.labels.get(k).template).equals(t.getKey());
                    }
                }
                over += merged ? n : 0;
                if (why != null) {
                    why.add(String.format(
                            "%-14s %-60s %-7s n=%d groups=%d %s",
                            api.name,
                            t.getKey(),
                            merged ? "MERGED" : "split",
                            n,
                            groups.size(),
                            groups.stream().limit(3).toList()));
                }
            }
        }
        return new Score(
                (double) ga / total,
                2.0 * correct / (truth.size() + predicted.size()),
                (double) over / total,
                truth.size(),
                predicted.size());
    }

    static IdentityHashMap<Paths.Count, String> predict(Api api, FoldModel model) {
        IdentityHashMap<Paths.Count, String> patternOf = new IdentityHashMap<>();
        for (LearnedPattern<Paths.Count> p :
                PatternLearner.learn(api.paths.answered(), api.paths.failedTree(), model)) {
            for (Paths.Count leaf : p.leaves()) {
                patternOf.put(leaf, p.pattern());
            }
        }
        return patternOf;
    }

    public static void main(String[] args) throws IOException {
        Map<String, String> vendors = vendors(Path.of(args[0]));
        List<Path> folders = Arrays.stream(args).skip(1).map(Path::of).toList();
        int folds = 6;
        Map<String, java.util.Set<String>> words = words(Path.of(args[0]), vendors);
        Map<String, Lexicon> lexicons = new HashMap<>();
        List<Api> apis = new ArrayList<>();
        for (Path folder : folders) {
            for (String name : vendors.keySet()) {
                Api api = load(folder, name);
                api.lexicon = lexicons.computeIfAbsent(vendors.get(name), v -> lexicon(words, v));
                apis.add(api);
            }
        }
        apis.parallelStream().forEach(Workbench::collect);
        System.out.println("loaded " + apis.size() + " decisions "
                + apis.stream().mapToInt(a -> a.decisions.size()).sum());
        List<String> names = new ArrayList<>(new java.util.TreeSet<>(vendors.values()));
        int rounds = Integer.getInteger("rounds", 120);
        int depth = Integer.getInteger("depth", 5);
        TreeEnsemble[] first = new TreeEnsemble[folds];
        TreeEnsemble[] second = new TreeEnsemble[folds];
        java.util.function.ToIntFunction<Api> foldOf = a -> names.indexOf(vendors.get(a.name)) % folds;
        java.util.stream.IntStream.range(0, folds)
                .parallel()
                .forEach(k -> first[k] = train(
                        apis.stream().filter(a -> foldOf.applyAsInt(a) != k).toList(),
                        false,
                        new GradientBoosting(rounds, depth, 0.12, 3, 2)));
        apis.parallelStream().forEach(a -> first(a, first[foldOf.applyAsInt(a)]));
        java.util.stream.IntStream.range(0, folds)
                .parallel()
                .forEach(k -> second[k] = train(
                        apis.stream().filter(a -> foldOf.applyAsInt(a) != k).toList(),
                        true,
                        new GradientBoosting(rounds, depth, 0.12, 3, 2)));
        int evaluated = Integer.getInteger("evaluated", folders.size());
        List<String> why = java.util.Collections.synchronizedList(new ArrayList<>());
        if (System.getProperty("write") != null) {
            TreeEnsemble one = train(apis, false, new GradientBoosting(rounds, depth, 0.12, 3, 2));
            apis.forEach(a -> a.decisions.forEach(d -> d.first = null));
            apis.parallelStream().forEach(a -> first(a, first[foldOf.applyAsInt(a)]));
            TreeEnsemble two = train(apis, true, new GradientBoosting(rounds, depth, 0.12, 3, 2));
            try (java.io.OutputStream out = Files.newOutputStream(Path.of(System.getProperty("write")))) {
                new FoldModel(one, two, lexicon(words, ""), 0.75).write(out);
            }
            return;
        }
        double shown = Double.parseDouble(System.getProperty("shown", "0.7"));
        for (double t : new double[] {0.5, 0.6, 0.7, 0.8, 0.9}) {
            double[][] scores = new double[folders.size()][4];
            Map<String, Score> byApi = new java.util.concurrent.ConcurrentSkipListMap<>();
            apis.parallelStream()
                    .filter(a -> apis.indexOf(a) < evaluated * vendors.size())
                    .forEach(a -> {
                        a.segments = Segments.of(host(a));
                        FoldModel model =
                                new FoldModel(first[foldOf.applyAsInt(a)], second[foldOf.applyAsInt(a)], a.lexicon, t);
                        byApi.put(
                                apis.indexOf(a) / vendors.size() + " " + a.name,
                                score(
                                        a,
                                        predict(a, model),
                                        t == shown && apis.indexOf(a) < vendors.size() ? why : null));
                    });
            byApi.forEach((k, s) -> {
                double[] sum = scores[k.charAt(0) - '0'];
                sum[0] += s.ga;
                sum[1] += s.fga;
                sum[2] += s.over;
                sum[3]++;
                if (k.charAt(0) == '0' && t == shown) {
                    System.out.printf(
                            "%-20s GA %.3f FGA %.3f over %.4f  %d/%d%n", k, s.ga, s.fga, s.over, s.truth, s.groups);
                }
            });
            double[] mean = new double[3];
            for (int i = 0; i < evaluated; i++) {
                for (int c = 0; c < 3; c++) {
                    mean[c] += scores[i][c] / scores[i][3] / evaluated;
                }
                System.out.printf(
                        "  %s GA %.4f FGA %.4f over %.4f%n",
                        folders.get(i),
                        scores[i][0] / scores[i][3],
                        scores[i][1] / scores[i][3],
                        scores[i][2] / scores[i][3]);
            }
            System.out.printf("MEAN t=%.1f GA %.4f FGA %.4f over %.4f%n", t, mean[0], mean[1], mean[2]);
        }
        Files.write(Path.of("/tmp/why.txt"), why);
    }

    /** By word, the vendors that use it as a literal. */
    static Map<String, java.util.Set<String>> words(Path specs, Map<String, String> vendors) throws IOException {
        Map<String, java.util.Set<String>> words = new TreeMap<>();
        for (String name : vendors.keySet()) {
            java.util.regex.Matcher m = java.util.regex.Pattern.compile("\\[\"[A-Z]+\", ?\"(/[^\"]*)\"")
                    .matcher(Files.readString(specs.resolve(name + ".json")));
            while (m.find()) {
                for (String segment : m.group(1).split("/")) {
                    if (!segment.contains("{")) {
                        for (String part : Lexicon.parts(segment)) {
                            words.computeIfAbsent(part, w -> new java.util.TreeSet<>())
                                    .add(vendors.get(name));
                        }
                    }
                }
            }
        }
        return words;
    }

    /** The words of at least two vendors, without what {@code vendor} adds. */
    static Lexicon lexicon(Map<String, java.util.Set<String>> words, String vendor) {
        Map<String, Integer> counts = new HashMap<>();
        words.forEach((word, of) -> {
            int n = of.size() - (of.contains(vendor) ? 1 : 0);
            if (n >= 2) {
                counts.put(word, n);
            }
        });
        return new Lexicon(counts);
    }

    private static Map<String, String> vendors(Path specs) throws IOException {
        Map<String, String> vendors = new TreeMap<>();
        try (java.util.stream.Stream<Path> files = Files.list(specs)) {
            for (Path f : files.toList()) {
                String name = f.getFileName().toString().replace(".json", "");
                if (name.equals("vocab")) {
                    continue;
                }
                java.util.regex.Matcher m = java.util.regex.Pattern.compile("\"vendor\": ?\"([^\"]*)\"")
                        .matcher(Files.readString(f));
                if (m.find()) {
                    vendors.put(name, m.group(1));
                }
            }
        }
        return vendors;
    }
}
