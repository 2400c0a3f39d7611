package dev.pathrank.pattern;

import java.util.List;

/**
 * Nodes of the tree that are one place of the patterns.
 *
 * @param place the place, a literal or a placeholder
 * @param nodes the nodes, at least one
 * @param <L> what is counted at the leaves
 */
record Fold<L extends Leaf<L>>(PatternNode<L> place, List<Node<L>> nodes) {
    Fold {
        nodes = List.copyOf(nodes);
    }
}
