package dev.pathrank.pattern.tree;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.io.IoConsumer;
import dev.pathrank.pattern.segment.CoarseningLevel;
import dev.pathrank.pattern.segment.SegmentKind;
import java.io.IOException;

/**
 * A reader of what a {@link TreeWriter} wrote. Kinds and hashes must be computed as they were when the tree was
 * written, which the caller checks by the {@link TreeSchema}.
 *
 * @param <L> the type of the leaves
 */
public final class TreeReader<L extends Leaf<L>> {
    private final CborReader in;
    private final IoConsumer<L> leaves;

    /** @param leaves reads the next leaf of {@code in} into one that has counted nothing */
    public TreeReader(CborReader in, IoConsumer<L> leaves) {
        this.in = in;
        this.leaves = leaves;
    }

    /**
     * Reads into {@code tree}, which must be empty and have the limits of the one that was written.
     *
     * @throws DamagedFileException if the bytes are no tree
     */
    public void readInto(PathTree<L> tree) throws IOException {
        BoundedNodes<L> nodes = tree.nodes();
        nodes.restoreLevel(in.number(CoarseningLevel.MAX));
        in.begin();
        in.number();
        in.bytes();
        if (in.present()) {
            throw new DamagedFileException("has a leaf at its root");
        }
        children(nodes, nodes.root(), 0);
        in.end();
    }

    /** @param above segments above the children that may be parameter values */
    private void children(BoundedNodes<L> nodes, Node<L> parent, int above) throws IOException {
        while (in.more()) {
            in.begin();
            int kind = in.number(Integer.MAX_VALUE);
            if (!SegmentKind.isKind(kind) || SegmentKind.atLevel(kind, nodes.level()) != kind) {
                throw new DamagedFileException("has a segment of unknown type " + kind);
            }
            Node<L> child = in.present()
                    ? nodes.restoreChild(parent, kind, in.bytes(), above)
                    : nodes.restoreOverflow(parent, kind);
            if (in.present()) {
                requireMethod(child);
                nodes.restoreLeaf(child, leaves);
            }
            children(nodes, child, above + (child.shape().countsAsVariable() ? 1 : 0));
            in.end();
        }
    }

    private static void requireMethod(Node<?> node) throws DamagedFileException {
        if (!node.shape().isMethod()) {
            throw new DamagedFileException("has counts at a segment");
        }
    }
}
