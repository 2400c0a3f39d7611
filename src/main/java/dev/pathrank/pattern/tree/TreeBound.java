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
 * name in some part, so each place may hold a copy of everything below all children together. But a row is below one of
 * them only: no node has more copies than rows.
 *
 * @param <L> the type of the leaves
 */
final class TreeBound<L extends Leaf<L>> {
    private final int level;
    private final long limit;

    TreeBound(int level, long limit) {
        this.level = level;
        this.limit = limit;
    }

    /** Whether the bound of a tree is above the limit. */
    boolean exceeded(Node<L> root) {
        root.sumSubtreeRows();
        return ofChildren(List.of(root), 0, 1) > limit;
    }

    /** The bound of several nodes that are merged into one, of which there are some copies, each with its own rows. */
    private long of(List<Node<L>> nodes, int above, long copies) {
        long below = 0;
        long rows = 0;
        boolean leaf = false;
        for (Node<L> node : nodes) {
            below += node.subtreeRows();
            L counts = node.leaf();
            if (counts != null) {
                leaf = true;
                rows += counts.rows();
            }
        }
        long most = Math.max(1, Math.min(copies, below));
        long own = most * NodeWeight.NODE + (leaf ? NodeWeight.ofLeaves(most, rows) : 0);
        return own + ofChildren(nodes, above + (nodes.get(0).shape().countsAsVariable() ? 1 : 0), most);
    }

    private long ofChildren(List<Node<L>> nodes, int above, long copies) {
        Map<Integer, List<Node<L>>> byKind = new LinkedHashMap<>();
        for (Node<L> node : nodes) {
            node.children(child -> byKind.computeIfAbsent(child.kind(), kind -> new ArrayList<>())
                    .add(child));
        }
        long sum = 0;
        for (Map.Entry<Integer, List<Node<L>>> kind : byKind.entrySet()) {
            sum += ofKind(kind.getKey(), kind.getValue(), above, copies);
            if (sum > limit) {
                return sum;
            }
        }
        return sum;
    }

    private long ofKind(int kind, List<Node<L>> children, int above, long copies) {
        int places = SegmentKind.kept(kind, above, level);
        Map<Name, List<Node<L>>> byName = byName(children);
        if (byName == null || byName.size() > places) {
            // Copies are no more than rows, so that the product fits.
            return of(children, above, copies * (places + 1L));
        }
        long sum = 0;
        for (List<Node<L>> same : byName.values()) {
            sum += of(same, above, copies);
            if (sum > limit) {
                return sum;
            }
        }
        return sum;
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
