package dev.pathrank.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns the two trees of a run into patterns.
 *
 * <p>Paths that were answered (status 100 to 399) decide what the patterns are. What failed is laid on them as a router would do it, so that an
 * endpoint's errors are its own; what matches none is learned from the failures alone, and most often is a scanner's.
 *
 * @param <L> what is counted at the leaves
 */
public final class PatternLearner<L extends Leaf<L>> {
    private final Map<String, PatternNode<L>> answeredPatterns = new TreeMap<>();
    private final Map<String, PatternNode<L>> failedPatterns = new TreeMap<>();
    private final List<LearnedPattern<L>> result = new ArrayList<>();
    private final FoldModel model;

    private PatternLearner(FoldModel model) {
        this.model = model;
    }

    /** All patterns of both trees; every leaf is in exactly one. Both trees must be {@linkplain PathTree#settle settled}. */
    public static <L extends Leaf<L>> List<LearnedPattern<L>> learn(PathTree<L> answered, PathTree<L> failed) {
        return learn(answered, failed, FoldModel.shipped());
    }

    static <L extends Leaf<L>> List<LearnedPattern<L>> learn(
            PathTree<L> answered, PathTree<L> failed, FoldModel model) {
        PatternLearner<L> learner = new PatternLearner<>(model);
        answered.root().sumBelow();
        failed.root().sumBelow();
        learner.learnAnswered(answered, failed);
        learner.layFailed(failed);
        learner.collect(learner.answeredPatterns);
        learner.collect(learner.failedPatterns);
        return learner.result;
    }

    private void learnAnswered(PathTree<L> tree, PathTree<L> failed) {
        Map<String, Node<L>> failedHosts = new TreeMap<>();
        failed.root().children(host -> failedHosts.put(host.label(), host));
        tree.root().children(host -> {
            PatternNode<L> root = PatternNode.root();
            answeredPatterns.put(host.label(), root);
            new SegmentFolder<L>(model, Segments.of(host), node -> true, Misses.of(host, failedHosts.get(host.label()))).learn(root, host);
            host.children(child -> {
                if (child.shape() == Shape.STATED) {
                    stated(host.label(), child);
                }
            });
        });
    }

    private void stated(String host, Node<L> stated) {
        String pattern = stated.name();
        stated.children(method -> result.add(new LearnedPattern<>(
                host, method.label(), pattern, StatedPatterns.variables(pattern), true, List.of(method.leaf()))));
    }

    private void layFailed(PathTree<L> failed) {
        failed.root().children(host -> {
            PatternNode<L> patterns = answeredPatterns.computeIfAbsent(host.label(), name -> PatternNode.root());
            Set<Node<L>> unmatched = Collections.newSetFromMap(new IdentityHashMap<>());
            lay(patterns, host, new ArrayDeque<>(), unmatched);
            if (!unmatched.isEmpty()) {
                PatternNode<L> root = PatternNode.root();
                failedPatterns.put(host.label(), root);
                new SegmentFolder<L>(model, Segments.of(host), unmatched::contains, Misses.of(host, null)).learn(root, host);
            }
        });
    }

    /** Lays all below {@code node} on the patterns; nodes with something that matches none go to {@code unmatched}. */
    private boolean lay(PatternNode<L> patterns, Node<L> node, Deque<Node<L>> above, Set<Node<L>> unmatched) {
        boolean[] left = {false};
        node.children(child -> {
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
        PatternNode<L> place = patterns.route(new ArrayList<>(segments));
        if (place != null) {
            place.addLeaf(method.label(), method.leaf());
        }
        return place != null;
    }

    private void collect(Map<String, PatternNode<L>> patterns) {
        for (String host : new TreeSet<>(patterns.keySet())) {
            collect(host, patterns.get(host));
        }
    }

    private void collect(String host, PatternNode<L> place) {
        place.leaves()
                .forEach((method, leaves) -> result.add(
                        new LearnedPattern<>(host, method, place.pattern(), place.variables(), false, leaves)));
        place.children().forEach(child -> collect(host, child));
    }
}
