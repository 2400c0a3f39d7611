package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The children of tree nodes without empty segments: trailing and doubled slashes are skipped, and what follows an
 * empty segment is a child of the node before it.
 */
public final class NonEmptyChildren {
    private NonEmptyChildren() {}

    /**
     * A visitor of children.
     *
     * @param <L> the type of the leaves
     */
    @FunctionalInterface
    public interface Visitor<L extends Leaf<L>> {
        /**
         * Visits a child.
         *
         * @param slashes the number of empty segments that were skipped
         */
        void child(Node<L> child, int slashes);
    }

    /**
     * Calls {@code visitor} for every child that is looked at, those after empty segments too, in no particular order.
     */
    public static <L extends Leaf<L>> void forEach(Node<L> node, Predicate<Node<L>> looksAt, Visitor<L> visitor) {
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

    /** Returns the children that {@link #forEach} visits. */
    static <L extends Leaf<L>> List<Node<L>> list(Node<L> node, Predicate<Node<L>> looksAt) {
        List<Node<L>> children = new ArrayList<>();
        forEach(node, looksAt, (child, slashes) -> children.add(child));
        return children;
    }
}
