package dev.pathrank.pattern.tree;

import dev.pathrank.pattern.segment.SegmentKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An upper bound of the weight that any part of a tree's paths has, read alone at the same level.
 *
 * <p>A tree may get lighter as paths are added, because a heavy child is evicted by one with a smaller hash. So its own
 * weight must not decide its level, or a part that was heavier for a time would end coarser than the whole read at
 * once. This bound decides instead. It only grows as paths are added, and it is never less than the weight of any part:
 * where all children of a kind have names, it adds up their bounds; where some were evicted, any of them may have had a
 * name in some part, so each place counts as much as all children together. Nor does a part weigh more than if each of
 * its rows had all its nodes for itself, which is less where long paths have few rows.
 *
 * @param <L> the type of the leaves
 */
final class TreeBound<L extends Leaf<L>> {
    private final int level;
    private final long limit;

    /** The most nodes on the way from the root to a leaf. */
    private int height;

    TreeBound(int level, long limit) {
        this.level = level;
        this.limit = limit;
    }

    /** Whether the bound of a tree is above the limit. */
    boolean exceeded(Node<L> root) {
        root.sumSubtreeRows();
        height = height(root);
        return ofChildren(List.of(root), 0, 1) > limit;
    }

    private static <L extends Leaf<L>> int height(Node<L> node) {
        int[] below = {0};
        node.children(child -> below[0] = Math.max(below[0], 1 + height(child)));
        return below[0];
    }

    /** The bound of several nodes that are merged into one. */
    private long of(List<Node<L>> nodes, int above, int depth) {
        long rows = 0;
        boolean leaf = false;
        for (Node<L> node : nodes) {
            L counts = node.leaf();
            if (counts != null) {
                leaf = true;
                rows += counts.rows();
            }
        }
        long own = NodeWeight.NODE + (leaf ? NodeWeight.ofLeaf(rows) : 0);
        int below = above + (nodes.get(0).shape().countsAsVariable() ? 1 : 0);
        return own + ofChildren(nodes, below, depth + 1);
    }

    /** @param depth of the children, 1 below the root */
    private long ofChildren(List<Node<L>> nodes, int above, int depth) {
        Map<Integer, List<Node<L>>> byKind = new LinkedHashMap<>();
        for (Node<L> node : nodes) {
            node.children(child -> byKind.computeIfAbsent(child.kind(), kind -> new ArrayList<>())
                    .add(child));
        }
        long sum = 0;
        for (Map.Entry<Integer, List<Node<L>>> kind : byKind.entrySet()) {
            sum += Math.min(ofKind(kind.getKey(), kind.getValue(), above, depth), ofRows(kind.getValue(), depth));
            if (sum > limit) {
                return sum;
            }
        }
        return sum;
    }

    /** What nodes of a depth, and all below, weigh at most if each row has a path and a leaf of its own. */
    private long ofRows(List<Node<L>> nodes, int depth) {
        long rows = nodes.stream().mapToLong(Node::subtreeRows).sum();
        return rows * ((height - depth + 1L) * NodeWeight.NODE + NodeWeight.ofLeaf(1));
    }

    private long ofKind(int kind, List<Node<L>> children, int above, int depth) {
        int places = SegmentKind.kept(kind, above, level);
        Map<Name, List<Node<L>>> byName = byName(children);
        if (byName != null && byName.size() <= places) {
            long sum = 0;
            for (List<Node<L>> same : byName.values()) {
                sum += of(same, above, depth);
                if (sum > limit) {
                    return sum;
                }
            }
            return sum;
        }
        // Saturating: places can be many, and one child can already be over the limit.
        long pooled = of(children, above, depth);
        return pooled > limit ? pooled : pooled * (places + 1L);
    }

    /** Returns the children by name, or null if one is an overflow. */
    private @Nullable Map<Name, List<Node<L>>> byName(List<Node<L>> children) {
        Map<Name, List<Node<L>>> byName = new LinkedHashMap<>();
        for (Node<L> child : children) {
            if (child.isOverflow()) {
                return null;
            }
            byName.computeIfAbsent(new Name(child.hash(), child.name()), name -> new ArrayList<>(1))
                    .add(child);
        }
        return byName;
    }

    private record Name(long hash, String text) {
        @Override
        public int hashCode() {
            return Long.hashCode(hash);
        }
    }
}
