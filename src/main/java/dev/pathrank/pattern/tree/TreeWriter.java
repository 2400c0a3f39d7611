package dev.pathrank.pattern.tree;

import dev.pathrank.cbor.CborWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a tree: its level, then the root. A node is a list of its kind, its text (absent for an overflow), its leaf (absent where there is none) and
 * its children. Children go by kind and then as they are kept, so that equal trees give equal bytes.
 *
 * @param <L> what is counted at the leaves
 */
public final class TreeWriter<L extends Leaf<L>> {
    private static final Comparator<Node<?>> ORDER = Comparator.<Node<?>>comparingInt(Node::kind)
            .thenComparing(Node::isOverflow)
            .thenComparing(Node::compareKept);

    private final CborWriter out;
    private final LeafWriter<L> leaves;

    public TreeWriter(CborWriter out, LeafWriter<L> leaves) {
        this.out = out;
        this.leaves = leaves;
    }

    /** Writes all of {@code tree}, whose leaves come in the order in which {@link TreeReader} makes them. */
    public void write(PathTree<L> tree) throws IOException {
        out.number(tree.level());
        write(tree.root());
    }

    private void write(Node<L> node) throws IOException {
        out.begin();
        out.number(node.kind());
        if (node.isOverflow()) {
            out.absent();
        } else {
            out.bytes(node.text());
        }
        if (node.leaf() == null) {
            out.absent();
        } else {
            leaves.write(node.leaf());
        }
        List<Node<L>> children = new ArrayList<>(node.children());
        children.sort(ORDER);
        for (Node<L> child : children) {
            write(child);
        }
        out.end();
    }

    /**
     * Writes a leaf as one list.
     *
     * @param <L> the leaf's type
     */
    @FunctionalInterface
    public interface LeafWriter<L> {
        void write(L leaf) throws IOException;
    }
}
