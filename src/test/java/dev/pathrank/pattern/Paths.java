package dev.pathrank.pattern;

import dev.pathrank.pattern.learn.LearnedPattern;
import dev.pathrank.pattern.learn.PatternLearner;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.PathTree;
import dev.pathrank.pattern.tree.TreeLimits;
import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A pair of path trees that count calls and nothing else. */
public final class Paths {
    static final TreeLimits ROOMY = new TreeLimits(96L << 20, 24, 0);

    private final PathTree<Count> answered;
    private final PathTree<Count> failed;

    public Paths() {
        this(ROOMY);
    }

    public Paths(TreeLimits limits) {
        answered = new PathTree<>(limits, Count::new);
        failed = new PathTree<>(limits, Count::new);
    }

    /** A leaf that counts calls. */
    public static final class Count implements Leaf<Count> {
        private long calls;
        private long notFound;

        @Override
        public long rows() {
            return calls;
        }

        @Override
        public long notFound() {
            return notFound;
        }

        @Override
        public void absorb(Count other) {
            calls += other.calls;
            notFound += other.notFound;
        }
    }

    public PathTree<Count> answered() {
        return answered;
    }

    public PathTree<Count> failedTree() {
        return failed;
    }

    /** Returns the leaf of a path that was counted. */
    public Count leaf(PathTree<Count> tree, String method, String path) {
        return find(tree, method, path);
    }

    private static Count find(PathTree<Count> tree, String method, String path) {
        return tree.leaf(tree.host(slice("example.com")), slice(path), slice(method));
    }

    private static ByteSlice slice(String text) {
        return ByteSlice.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Paths answered(String method, String path, int calls) {
        count(answered, method, path, calls, 200);
        return this;
    }

    public Paths failed(String method, String path, int calls) {
        return failed(method, path, calls, 404);
    }

    public Paths failed(String method, String path, int calls, int status) {
        count(failed, method, path, calls, status);
        return this;
    }

    private static void count(PathTree<Count> tree, String method, String path, int calls, int status) {
        for (int i = 0; i < calls; i++) {
            Count leaf = find(tree, method, path);
            leaf.calls++;
            leaf.notFound += status == 404 ? 1 : 0;
            tree.counted(leaf);
        }
    }

    /** Spellings and their calls by method and pattern, the most called first. */
    public Map<String, List<String>> spellings() {
        answered.settle();
        failed.settle();
        Map<String, List<String>> spellings = new TreeMap<>();
        for (LearnedPattern<Count> learned : PatternLearner.learn(answered, failed)) {
            spellings.put(
                    learned.method() + " " + learned.pattern(),
                    learned.spellings().stream()
                            .map(spelling -> spelling.text() + " " + spelling.rows())
                            .toList());
        }
        return spellings;
    }

    /** Calls by method and pattern. */
    public Map<String, Long> learn() {
        answered.settle();
        failed.settle();
        Map<String, Long> calls = new TreeMap<>();
        for (LearnedPattern<Count> learned : PatternLearner.learn(answered, failed)) {
            long sum = learned.leaves().stream().mapToLong(Count::rows).sum();
            calls.merge(learned.method() + " " + learned.pattern(), sum, Long::sum);
        }
        return calls;
    }

    /** The methods and patterns whose paths begin like this, in order. */
    public Set<String> below(String beginning) {
        Set<String> below = new TreeSet<>(learn().keySet());
        below.removeIf(pattern -> !pattern.contains(" " + beginning));
        return below;
    }
}
