package dev.pathrank.pattern.tree;

import dev.pathrank.cbor.CborWriter;
import dev.pathrank.io.IoConsumer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A writer of trees: the level, then the root. A node is a list of its kind, its text (absent for an overflow), its
 * leaf (absent where there is none) and its children. Children are ordered by kind and then as they are kept, so that
 * equal trees give equal bytes.
 *
 * @param <L> the type of the leaves
 */
public final class TreeWriter<L extends Leaf<L>> {
    private static final Comparator<Node<?>> ORDER = Comparator.<Node<?>>comparingInt(Node::kind)
            .thenComparing(Node::isOverflow)
            .thenComparing(Node::compareKept);

    private final CborWriter out;
    private final IoConsumer<L> leaves;

    /** @param leaves writes a leaf to {@code out} as one list */
    public TreeWriter(CborWriter out, IoConsumer<L> leaves) {
        this.out = out;
        this.leaves = leaves;
    }

    /** Writes {@code tree}, its leaves in the order in which {@link TreeReader} reads them. */
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
        L leaf = node.leaf();
        if (leaf == null) {
            out.absent();
        } else {
            leaves.accept(leaf);
        }
        List<Node<L>> children = new ArrayList<>(node.children());
        children.sort(ORDER);
        for (Node<L> child : children) {
            write(child);
        }
        out.end();
    }
}
