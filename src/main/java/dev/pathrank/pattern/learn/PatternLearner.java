package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.NotFoundCounts;
import dev.pathrank.pattern.learn.features.SegmentOccurrences;
import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.stated.StatedPatterns;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import dev.pathrank.pattern.tree.PathTree;
import dev.pathrank.text.PercentEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The learner that turns the two trees of a run into patterns.
 *
 * <p>Paths that were answered (status 100 to 399) decide the patterns. Paths that failed are assigned to them as a
 * router would, so that an endpoint's errors are counted for it; those that match none are learned from the failures
 * alone, and mostly come from scanners.
 *
 * @param <L> what is counted at the leaves
 */
public final class PatternLearner<L extends Leaf<L>> {
    /**
     * The pattern of all paths that match nothing the user stated, where {@link LearningMode#LOCKED nothing is
     * learned}.
     */
    public static final String UNMATCHED = "/<path+>";

    private final Map<Root, PatternNode<L>> answeredPatterns = new TreeMap<>();
    private final Map<Root, PatternNode<L>> failedPatterns = new TreeMap<>();

    /** What the requests that were answered tell of each host. */
    private final Map<Root, SegmentOccurrences.HostKind> hostKinds = new TreeMap<>();

    private final List<LearnedPattern<L>> result = new ArrayList<>();
    private final FoldModel model;
    private final boolean folds;
    private final boolean locked;

    /** The curves for explanations, or null where none are asked for. */
    private final @Nullable Calibration calibration;

    /**
     * The root of a tree of patterns: a host, or a path below it that the user declared literal.
     *
     * @param literal the literal path; empty for the host itself
     */
    private record Root(String host, String literal) implements Comparable<Root> {
        private static final Comparator<Root> ORDER =
                Comparator.comparing(Root::host).thenComparing(Root::literal);

        /** Calls {@code visitor} for every root of a tree. */
        static <L extends Leaf<L>> void forEach(PathTree<L> tree, BiConsumer<Root, Node<L>> visitor) {
            tree.root().children(host -> {
                visitor.accept(new Root(host.label(), ""), host);
                host.children(child -> {
                    if (child.shape() == Shape.LITERAL) {
                        visitor.accept(new Root(host.label(), child.name()), child);
                    }
                });
            });
        }

        <L extends Leaf<L>> PatternNode<L> newRoot() {
            return PatternNode.root(PercentEncoder.of(literal.getBytes(StandardCharsets.ISO_8859_1)));
        }

        @Override
        public int compareTo(Root other) {
            return ORDER.compare(this, other);
        }
    }

    private PatternLearner(FoldModel model, LearningMode learning, @Nullable Calibration calibration) {
        this.locked = learning == LearningMode.LOCKED;
        this.calibration = calibration;
        this.model = model;
        this.folds = learning == LearningMode.PATTERNS;
    }

    /**
     * Returns all patterns of both trees by the shipped model, without explanations, as {@link #learn(PathTree,
     * PathTree, LearningMode, boolean)}.
     */
    public static <L extends Leaf<L>> List<LearnedPattern<L>> learn(PathTree<L> answered, PathTree<L> failed) {
        return learn(answered, failed, FoldModel.shipped());
    }

    /**
     * Returns all patterns of both trees; every leaf is in exactly one.
     *
     * @param answered what was answered or stated; {@linkplain PathTree#settle settled}
     * @param failed everything else; settled
     * @param explains whether patterns are explained
     */
    public static <L extends Leaf<L>> List<LearnedPattern<L>> learn(
            PathTree<L> answered, PathTree<L> failed, LearningMode learning, boolean explains) {
        return new PatternLearner<L>(FoldModel.shipped(), learning, explains ? Calibration.shipped() : null)
                .result(answered, failed);
    }

    /** Returns all patterns of both trees by another model, without explanations. */
    static <L extends Leaf<L>> List<LearnedPattern<L>> learn(
            PathTree<L> answered, PathTree<L> failed, FoldModel model) {
        return new PatternLearner<L>(model, LearningMode.PATTERNS, null).result(answered, failed);
    }

    /**
     * Returns all patterns of both trees by another model, with explanations whose confidence comes from
     * {@code calibration}.
     */
    static <L extends Leaf<L>> List<LearnedPattern<L>> explain(
            PathTree<L> answered, PathTree<L> failed, FoldModel model, Calibration calibration) {
        return new PatternLearner<L>(model, LearningMode.PATTERNS, calibration).result(answered, failed);
    }

    private List<LearnedPattern<L>> result(PathTree<L> answered, PathTree<L> failed) {
        answered.root().sumSubtreeRows();
        failed.root().sumSubtreeRows();
        learnAnswered(answered, failed);
        assignFailed(failed);
        collect(answeredPatterns);
        collect(failedPatterns);
        return result;
    }

    private void learnAnswered(PathTree<L> tree, PathTree<L> failed) {
        Map<Root, Node<L>> failedAt = new TreeMap<>();
        Root.forEach(failed, failedAt::put);
        Root.forEach(tree, (root, node) -> {
            PatternNode<L> patterns = root.newRoot();
            answeredPatterns.put(root, patterns);
            SegmentOccurrences occurrences = SegmentOccurrences.of(node);
            hostKinds.put(root, occurrences.hostKind());
            learn(patterns, node, any -> true, occurrences, true, NotFoundCounts.of(node, failedAt.get(root)));
            node.children(child -> {
                if (child.shape() == Shape.STATED) {
                    addStated(root.host(), child);
                }
            });
        });
    }

    private void learn(
            PatternNode<L> root,
            Node<L> node,
            Predicate<Node<L>> looksAt,
            SegmentOccurrences occurrences,
            boolean answered,
            NotFoundCounts<L> notFound) {
        if (folds) {
            FoldModel ofHost = model.ofHost(occurrences);
            new SegmentFolder<L>(ofHost, occurrences, looksAt, notFound, answered, calibration != null)
                    .learn(root, node);
        } else {
            new LiteralPatternBuilder<L>(looksAt, answered).build(root, node);
        }
    }

    private void addStated(String host, Node<L> stated) {
        String pattern = QueryPath.printed(stated.name());
        Map<String, PatternLeaves<L>> byMethod = new TreeMap<>();
        addStated(byMethod, stated, pattern);
        stated.children(spelled -> addStated(
                byMethod,
                spelled,
                spelled.isOverflow() ? pattern : QueryPath.printed(PercentEncoder.ofPattern(spelled.text()))));
        byMethod.forEach((method, counted) -> result.add(new LearnedPattern<>(
                host,
                method,
                pattern,
                StatedPatterns.placeholders(pattern),
                true,
                counted.spellings(),
                explanation(pattern),
                counted.leaves())));
    }

    private static <L extends Leaf<L>> void addStated(
            Map<String, PatternLeaves<L>> byMethod, Node<L> node, String spelling) {
        node.children(child -> {
            L leaf = child.leaf();
            if (leaf != null) {
                byMethod.computeIfAbsent(child.label(), method -> new PatternLeaves<>())
                        .add(leaf, spelling, true);
            }
        });
    }

    private Explanation explanation(String stated) {
        return locked && stated.equals(UNMATCHED) ? Explanation.UNMATCHED : Explanation.STATED;
    }

    private void assignFailed(PathTree<L> failed) {
        Root.forEach(failed, (root, node) -> {
            PatternNode<L> patterns = answeredPatterns.computeIfAbsent(root, Root::newRoot);
            Set<Node<L>> unmatched = Collections.newSetFromMap(new IdentityHashMap<>());
            assign(patterns, node, new ArrayDeque<>(), unmatched);
            if (!unmatched.isEmpty()) {
                PatternNode<L> own = root.newRoot();
                failedPatterns.put(root, own);
                SegmentOccurrences occurrences =
                        SegmentOccurrences.of(node, hostKinds.getOrDefault(root, SegmentOccurrences.HostKind.UNKNOWN));
                learn(own, node, unmatched::contains, occurrences, false, NotFoundCounts.of(node, null));
            }
        });
    }

    /**
     * Assigns everything below {@code node} to the patterns. Nodes with a leaf below them that matches none are added
     * to {@code unmatched}.
     */
    private boolean assign(PatternNode<L> patterns, Node<L> node, Deque<Node<L>> above, Set<Node<L>> unmatched) {
        boolean[] left = {false};
        node.children(child -> {
            if (child.shape().isPinned()) {
                return;
            }
            boolean unmatchedChild;
            if (child.leaf() != null) {
                unmatchedChild = !assignLeaf(patterns, child, above);
            } else {
                above.addLast(child);
                unmatchedChild = assign(patterns, child, above, unmatched);
                above.removeLast();
            }
            if (unmatchedChild) {
                unmatched.add(child);
                left[0] = true;
            }
        });
        return left[0];
    }

    private boolean assignLeaf(PatternNode<L> patterns, Node<L> method, Deque<Node<L>> segments) {
        List<Node<L>> path = List.copyOf(segments);
        PatternNode<L> pattern = patterns.route(path);
        if (pattern != null) {
            pattern.addFailed(method, path);
        }
        return pattern != null;
    }

    private void collect(Map<Root, PatternNode<L>> patterns) {
        patterns.forEach((root, node) -> collect(root.host(), node, new ArrayList<>()));
    }

    private void collect(String host, PatternNode<L> pattern, List<SegmentDecision> above) {
        if (!pattern.leaves().isEmpty()) {
            List<SegmentDecision> decisions = above.isEmpty() ? List.of(pattern.decision()) : above;
            Explanation explanation =
                    calibration == null ? Explanation.NONE : SegmentDecision.explain(decisions, calibration);
            pattern.leaves().forEach((method, counted) -> {
                List<Spelling> spellings =
                        counted.spellings().stream().map(Spelling::printed).toList();
                result.add(new LearnedPattern<>(
                        host,
                        method,
                        spellings.get(0).text(),
                        pattern.placeholderCount(),
                        false,
                        spellings,
                        explanation,
                        counted.leaves()));
            });
        }
        for (PatternNode<L> child : pattern.children()) {
            above.add(child.decision());
            collect(host, child, above);
            above.remove(above.size() - 1);
        }
    }
}
