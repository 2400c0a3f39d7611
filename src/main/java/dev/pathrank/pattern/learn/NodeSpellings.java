package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How the way to each node was spelled, where that is not as its pattern is written: with another slash, or a literal in other letters.
 *
 * @param <L> what is counted at the leaves
 */
final class NodeSpellings<L extends Leaf<L>> {
    private final IdentityHashMap<Node<L>, String> otherwise = new IdentityHashMap<>();

    /** Notes how the nodes of {@code below} were spelled, which is the part of {@code place} that {@code written} stands for. */
    void note(
            PatternPrefix<L> place,
            PatternNode<L> pattern,
            PatternPrefix<L> below,
            PatternNode<L> written,
            Predicate<Node<L>> looksAt) {
        Set<Node<L>> part = Collections.newSetFromMap(new IdentityHashMap<>());
        part.addAll(below.nodes());
        for (Node<L> node : place.nodes()) {
            NonEmptyChildren.forEach(node, looksAt, (child, slashes) -> {
                if (part.contains(child)) {
                    note(child, of(node, pattern, slashes, "/" + written.segment(child)), written);
                }
            });
        }
    }

    private void note(Node<L> child, String spelled, PatternNode<L> written) {
        if (!spelled.equals(written.written())) {
            otherwise.put(child, spelled);
        }
    }

    /** How {@code node}, which is at {@code pattern}, was spelled, with empty segments and text behind it. */
    String of(Node<L> node, PatternNode<L> pattern, int slashes, String behind) {
        String spelled = otherwise.getOrDefault(node, pattern.written());
        return slashes == 0 && behind.isEmpty() ? spelled : spelled + "/".repeat(slashes) + behind;
    }
}
