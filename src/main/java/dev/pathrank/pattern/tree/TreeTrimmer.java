package dev.pathrank.pattern.tree;

import dev.pathrank.pattern.segment.Shape;

/**
 * The step that makes a tree as coarse as its new level demands: from the root down, each group loses its surplus names
 * and each path its surplus depth.
 *
 * @param <L> the type of the leaves
 */
final class TreeTrimmer<L extends Leaf<L>> {
    private final BoundedNodes<L> nodes;
    private final int deepest;
    private final boolean regroups;

    /**
     * @param deepest the depth below which paths are cut
     * @param regroups whether the kinds of segments differ from those before
     */
    TreeTrimmer(BoundedNodes<L> nodes, int deepest, boolean regroups) {
        this.nodes = nodes;
        this.deepest = deepest;
        this.regroups = regroups;
    }

    /** Trims the tree from its root. */
    void trim(Node<L> root) {
        // The children of the root are hosts. They are at depth 0, so that the depth of a node is its number of
        // segments.
        trim(root, 0, -1);
    }

    private void trim(Node<L> node, int above, int depth) {
        if (regroups) {
            nodes.regroup(node, above);
        }
        if (depth == deepest) {
            dropSegments(node);
        }
        for (ChildGroup<L> group = node.groups(); group != null; group = group.next()) {
            nodes.evictSurplus(node, group, above);
        }
        for (Node<L> child : node.children()) {
            boolean ends = child.shape().isMethod() || child.shape() == Shape.REST || child.shape() == Shape.STATED;
            // A literal path is a single node below the host and adds no depth, however many segments it has.
            int below = child.shape() == Shape.LITERAL ? depth : depth + 1;
            // Below a method, a rest or a stated pattern nothing is dropped, so the depth never reaches the deepest
            // there.
            trim(child, above + (child.shape().countsAsVariable() ? 1 : 0), ends ? Integer.MIN_VALUE : below);
        }
    }

    /** Merges all segments below {@code node} into its {@link Shape#REST} child. Stated and literal paths stay. */
    private void dropSegments(Node<L> node) {
        for (Node<L> child : node.children()) {
            if (!child.shape().isMethod()
                    && child.shape() != Shape.REST
                    && !child.shape().isPinned()) {
                node.drop(child);
                nodes.moveToRest(node, child);
            }
        }
    }
}
