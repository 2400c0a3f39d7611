package dev.pathrank.pattern.learn;

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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Turns the two trees of a run into patterns.
 *
 * <p>Paths that were answered (status 100 to 399) decide what the patterns are. What failed is laid on them as a router would do it, so that an
 * endpoint's errors are its own; what matches none is learned from the failures alone, and most often is a scanner's.
 *
 * @param <L> what is counted at the leaves
 */
public final class PatternLearner<L extends Leaf<L>> {
    /** The pattern of all that matches nothing the user pinned, where nothing is learned. */
    public static final String UNMATCHED = "/<path+>";

    private final Map<Root, PatternNode<L>> answeredPatterns = new TreeMap<>();
    private final Map<Root, PatternNode<L>> failedPatterns = new TreeMap<>();
    private final List<LearnedPattern<L>> result = new ArrayList<>();
    private final FoldModel model;
    private final boolean folds;
    private final boolean locked;
    private final Optional<Calibration> calibration;

    /**
     * Where the first segments of patterns stand: a host, or a path below it that the user wants literal.
     *
     * @param literal empty for the host itself
     */
    private record Root(String host, String literal) implements Comparable<Root> {
        private static final Comparator<Root> ORDER =
                Comparator.comparing(Root::host).thenComparing(Root::literal);

        /** Calls {@code visitor} for every ground of a tree. */
        static <L extends Leaf<L>> void each(PathTree<L> tree, BiConsumer<Root, Node<L>> visitor) {
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

    private PatternLearner(FoldModel model, LearningMode learning, Optional<Calibration> calibration) {
        this.locked = learning == LearningMode.LOCKED;
        this.calibration = calibration;
        this.model = model;
        this.folds = learning == LearningMode.PATTERNS;
    }

    /** All patterns of both trees; every leaf is in exactly one. Both trees must be {@linkplain PathTree#settle settled}. */
    public static <L extends Leaf<L>> List<LearnedPattern<L>> learn(PathTree<L> answered, PathTree<L> failed) {
        return learn(answered, failed, FoldModel.shipped());
    }

    public static <L extends Leaf<L>> List<LearnedPattern<L>> learn(
            PathTree<L> answered, PathTree<L> failed, LearningMode learning, boolean explains) {
        return new PatternLearner<L>(
                        FoldModel.shipped(), learning, explains ? Optional.of(Calibration.shipped()) : Optional.empty())
                .result(answered, failed);
    }

    static <L extends Leaf<L>> List<LearnedPattern<L>> learn(
            PathTree<L> answered, PathTree<L> failed, FoldModel model) {
        return new PatternLearner<L>(model, LearningMode.PATTERNS, Optional.empty()).result(answered, failed);
    }

    /** With explanations whose confidence comes from {@code calibration}. */
    static <L extends Leaf<L>> List<LearnedPattern<L>> explain(
            PathTree<L> answered, PathTree<L> failed, FoldModel model, Calibration calibration) {
        return new PatternLearner<L>(model, LearningMode.PATTERNS, Optional.of(calibration)).result(answered, failed);
    }

    private List<LearnedPattern<L>> result(PathTree<L> answered, PathTree<L> failed) {
        answered.root().sumSubtreeCalls();
        failed.root().sumSubtreeCalls();
        learnAnswered(answered, failed);
        layFailed(failed);
        collect(answeredPatterns);
        collect(failedPatterns);
        return result;
    }

    private void learnAnswered(PathTree<L> tree, PathTree<L> failed) {
        Map<Root, Node<L>> failedAt = new TreeMap<>();
        Root.each(failed, failedAt::put);
        Root.each(tree, (ground, node) -> {
            PatternNode<L> root = ground.newRoot();
            answeredPatterns.put(ground, root);
            learn(root, node, any -> true, true, NotFoundCounts.of(node, failedAt.get(ground)));
            node.children(child -> {
                if (child.shape() == Shape.STATED) {
                    stated(ground.host(), child);
                }
            });
        });
    }

    private void learn(
            PatternNode<L> root, Node<L> node, Predicate<Node<L>> looksAt, boolean answered, NotFoundCounts<L> misses) {
        if (folds) {
            new SegmentFolder<L>(model, SegmentOccurrences.of(node), looksAt, misses, answered, calibration.isPresent())
                    .learn(root, node);
        } else {
            new LiteralPatternBuilder<L>(looksAt, answered).keep(root, node);
        }
    }

    private void stated(String host, Node<L> stated) {
        String pattern = stated.name();
        Map<String, PatternLeaves<L>> byMethod = new TreeMap<>();
        addStated(byMethod, stated, pattern);
        stated.children(spelled -> addStated(byMethod, spelled, spelled.isOverflow() ? pattern : spelled.printable()));
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
            if (child.leaf() != null) {
                byMethod.computeIfAbsent(child.label(), method -> new PatternLeaves<>())
                        .add(child.leaf(), spelling, true);
            }
        });
    }

    private Explanation explanation(String stated) {
        return locked && stated.equals(UNMATCHED) ? Explanation.UNMATCHED : Explanation.STATED;
    }

    private void layFailed(PathTree<L> failed) {
        Root.each(failed, (ground, node) -> {
            PatternNode<L> patterns = answeredPatterns.computeIfAbsent(ground, Root::newRoot);
            Set<Node<L>> unmatched = Collections.newSetFromMap(new IdentityHashMap<>());
            lay(patterns, node, new ArrayDeque<>(), unmatched);
            if (!unmatched.isEmpty()) {
                PatternNode<L> root = ground.newRoot();
                failedPatterns.put(ground, root);
                learn(root, node, unmatched::contains, false, NotFoundCounts.of(node, null));
            }
        });
    }

    /** Lays all below {@code node} on the patterns; nodes with something that matches none go to {@code unmatched}. */
    private boolean lay(PatternNode<L> patterns, Node<L> node, Deque<Node<L>> above, Set<Node<L>> unmatched) {
        boolean[] left = {false};
        node.children(child -> {
            if (child.shape().isPinned()) {
                return;
            }
            boolean unmatchedChild;
            if (child.leaf() != null) {
                unmatchedChild = !layLeaf(patterns, child, above);
            } else {
                above.addLast(child);
                unmatchedChild = lay(patterns, child, above, unmatched);
                above.removeLast();
            }
            if (unmatchedChild) {
                unmatched.add(child);
                left[0] = true;
            }
        });
        return left[0];
    }

    private boolean layLeaf(PatternNode<L> patterns, Node<L> method, Deque<Node<L>> segments) {
        List<Node<L>> way = List.copyOf(segments);
        PatternNode<L> place = patterns.route(way);
        if (place != null) {
            place.addFailed(method, way);
        }
        return place != null;
    }

    private void collect(Map<Root, PatternNode<L>> patterns) {
        patterns.forEach((ground, root) -> collect(ground.host(), root, new ArrayList<>()));
    }

    private void collect(String host, PatternNode<L> place, List<SegmentDecision> above) {
        if (!place.leaves().isEmpty()) {
            List<SegmentDecision> decisions = above.isEmpty() ? List.of(place.decision()) : above;
            Explanation explanation = calibration
                    .map(curves -> SegmentDecision.explain(decisions, curves))
                    .orElse(Explanation.NONE);
            place.leaves().forEach((method, counted) -> {
                List<Spelling> spellings = counted.spellings();
                result.add(new LearnedPattern<>(
                        host,
                        method,
                        spellings.get(0).text(),
                        place.placeholderCount(),
                        false,
                        spellings,
                        explanation,
                        counted.leaves()));
            });
        }
        for (PatternNode<L> child : place.children()) {
            above.add(child.decision());
            collect(host, child, above);
            above.remove(above.size() - 1);
        }
    }
}
