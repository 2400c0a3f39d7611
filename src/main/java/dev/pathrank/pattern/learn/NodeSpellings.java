package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.NonEmptyChildren;
import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The spellings of tree nodes that differ from their pattern: with more slashes, or a literal in other letter case.
 *
 * @param <L> what is counted at the leaves
 */
final class NodeSpellings<L extends Leaf<L>> {
    private final IdentityHashMap<Node<L>, String> spellings = new IdentityHashMap<>();

    /**
     * Stores the spellings of the nodes after a prefix.
     *
     * @param pattern the pattern of {@code prefix}
     * @param below {@code prefix} and one more segment
     * @param written the pattern of {@code below}
     */
    void add(
            PatternPrefix<L> prefix,
            PatternNode<L> pattern,
            PatternPrefix<L> below,
            PatternNode<L> written,
            Predicate<Node<L>> looksAt) {
        Set<Node<L>> part = Collections.newSetFromMap(new IdentityHashMap<>());
        part.addAll(below.nodes());
        for (Node<L> node : prefix.nodes()) {
            NonEmptyChildren.forEach(node, looksAt, (child, slashes) -> {
                if (part.contains(child)) {
                    add(child, of(node, pattern, slashes, "/" + written.segment(child)), written);
                }
            });
        }
    }

    private void add(Node<L> child, String spelled, PatternNode<L> written) {
        if (!spelled.equals(written.written())) {
            spellings.put(child, spelled);
        }
    }

    /**
     * Returns the spelling of a node with empty segments and more text.
     *
     * @param pattern the node's pattern
     * @param slashes the number of empty segments
     * @param behind the text after them
     */
    String of(Node<L> node, PatternNode<L> pattern, int slashes, String behind) {
        String spelled = spellings.getOrDefault(node, pattern.written());
        return slashes == 0 && behind.isEmpty() ? spelled : spelled + "/".repeat(slashes) + behind;
    }
}
