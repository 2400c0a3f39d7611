package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The tree as if nobody had written a slash too many: the empty segment that a trailing or doubled slash makes is passed through, and what follows
 * it counts as a child of the node before it.
 */
final class NonEmptyChildren {
    private NonEmptyChildren() {}

    /** What is told of each child. */
    @FunctionalInterface
    interface Visitor<L extends Leaf<L>> {
        /** @param slashes empty segments on the way to the child; 0 for an ordinary one */
        void child(Node<L> child, int slashes);
    }

    /** Calls {@code visitor} for every child that is no empty segment, those behind empty segments too, in no particular order. */
    static <L extends Leaf<L>> void forEach(Node<L> node, Predicate<Node<L>> looksAt, Visitor<L> visitor) {
        forEach(node, looksAt, 0, visitor);
    }

    private static <L extends Leaf<L>> void forEach(
            Node<L> node, Predicate<Node<L>> looksAt, int slashes, Visitor<L> visitor) {
        node.children(child -> {
            if (!looksAt.test(child)) {
                return;
            }
            if (child.shape() == Shape.EMPTY) {
                forEach(child, looksAt, slashes + 1, visitor);
            } else {
                visitor.child(child, slashes);
            }
        });
    }

    /** The children that {@link #children(Node, Predicate, Visitor)} visits. */
    static <L extends Leaf<L>> List<Node<L>> forEach(Node<L> node, Predicate<Node<L>> looksAt) {
        List<Node<L>> children = new ArrayList<>();
        forEach(node, looksAt, (child, slashes) -> children.add(child));
        return children;
    }
}
