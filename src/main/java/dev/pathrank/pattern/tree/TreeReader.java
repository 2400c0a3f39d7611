package dev.pathrank.pattern.tree;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.pattern.segment.CoarseningLevel;
import java.io.IOException;

/**
 * Reads what a {@link TreeWriter} wrote into an empty tree. What a segment's kind and hash follow from must be the same as when it was written, which
 * {@link TreeFingerprint} tells.
 *
 * @param <L> what is counted at the leaves
 */
public final class TreeReader<L extends Leaf<L>> {
    private final CborReader in;
    private final LeafReader<L> leaves;

    public TreeReader(CborReader in, LeafReader<L> leaves) {
        this.in = in;
        this.leaves = leaves;
    }

    /** Reads into {@code tree}, which must be empty and have the caps of the one that was written. */
    public void readInto(PathTree<L> tree) throws IOException {
        tree.restoredLevel(in.number(CoarseningLevel.MAX));
        in.begin();
        in.number();
        in.bytes();
        if (in.present()) {
            throw new DamagedFileException("has a leaf at its root");
        }
        children(tree, tree.root());
        in.end();
    }

    private void children(PathTree<L> tree, Node<L> parent) throws IOException {
        while (in.more()) {
            in.begin();
            int kind = in.number(Integer.MAX_VALUE);
            Node<L> child = in.present() ? tree.restored(parent, kind, in.bytes()) : tree.overflow(parent, kind);
            if (in.present()) {
                tree.restored(child, leaves);
            }
            children(tree, child);
            in.end();
        }
    }

    /**
     * Reads a leaf.
     *
     * @param <L> the leaf's type
     */
    @FunctionalInterface
    public interface LeafReader<L> {
        /** @param leaf one that has counted nothing */
        void readInto(L leaf) throws IOException;
    }
}
