package dev.pathrank.pattern.tree;

import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.io.IoConsumer;
import dev.pathrank.pattern.segment.CharacterProfile;
import dev.pathrank.pattern.segment.CoarseningLevel;
import dev.pathrank.pattern.segment.MaskedPath;
import dev.pathrank.pattern.segment.PathHash;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a {@link PathTree} in bounded memory: which children keep their names, and where the others are counted.
 *
 * <p>Of each kind of segment a node keeps the children whose names have the smallest hashes, as many as {@link Shape}
 * allows. All others are added, with everything below them, to the overflow child of their kind. A child among the
 * smallest of a union is among the smallest of every part that holds it, so it was never evicted from any part: its
 * counts are exact, the overflow is exact, and merging in any order gives the same tree.
 *
 * <p>That bounds a node, not the tree. When the tree grows too heavy, its {@linkplain CoarseningLevel level} rises and
 * each node keeps half as many names. The level at which a set of paths ends must not depend on the order of its parts
 * either; {@link TreeBound} ensures that.
 *
 * @param <L> the type of the leaves
 */
final class BoundedNodes<L extends Leaf<L>> {
    /** Longer segments are never kept by name: no resource has such a name, and an attacker may send kilobytes. */
    private static final int LONGEST_NAME = 128;

    private final TreeLimits limits;
    private final Supplier<L> newLeaf;
    private final Node<L> root = new Node<>(new byte[0], 0, SegmentKind.of(Shape.EMPTY), MaskedPath.Masking.NOTHING);
    private int level;
    private long weight;

    /** The host last looked up, as long as it is certain to be a child of the root; else null. */
    private @Nullable Node<L> lastHost;

    private final CharacterProfile profile = new CharacterProfile();

    /** @param newLeaf makes a leaf that has counted nothing */
    BoundedNodes(TreeLimits limits, Supplier<L> newLeaf) {
        this.limits = limits;
        this.newLeaf = newLeaf;
        this.level = limits.firstLevel();
    }

    /** Returns the root; its children are hosts. */
    Node<L> root() {
        return root;
    }

    /** Returns the estimated weight of all nodes and leaves, in bytes. */
    long weight() {
        return weight;
    }

    /** Returns the {@link CoarseningLevel}. */
    int level() {
        return level;
    }

    /** Returns the number of segments of a path that are nodes of their own. */
    int depth() {
        return CoarseningLevel.depth(limits.depth(), level);
    }

    /** Whether a name is too long to be kept. */
    static boolean isLong(ByteSlice name) {
        return name.length() > LONGEST_NAME;
    }

    /** Returns the node of a host. */
    Node<L> host(ByteSlice host) {
        Node<L> found = lastHost;
        if (found == null || !found.isNamed(host)) {
            found = child(root, SegmentKind.of(Shape.HOST), PathHash.ofSegment(host), host, 0);
            lastHost = found;
        }
        return found;
    }

    /** Returns the child of a name; a new one, or the overflow, if there is none. */
    Node<L> child(Node<L> parent, int kind, long hash, ByteSlice name, int above) {
        Node<L> found = parent.find(hash, name);
        return found != null ? found : admit(parent, kind, hash, name, above);
    }

    /**
     * Returns a new named child if its hash is among the smallest, else the overflow.
     *
     * @param full the kind at level 0
     */
    Node<L> admit(Node<L> parent, int full, long hash, ByteSlice name, int above) {
        int kind = SegmentKind.atLevel(full, level);
        ChildGroup<L> group = parent.group(kind);
        int places = SegmentKind.kept(full, above, level);
        if (group.named() >= places) {
            if (places == 0 || !group.last(parent).comesAfter(hash, name)) {
                return overflow(parent, kind);
            }
            evictLast(parent, group, above);
        }
        Node<L> child = new Node<>(name.toByteArray(), hash, kind, MaskedPath.masking(profile, full, name));
        weight += NodeWeight.NODE;
        parent.put(child);
        group.added(child);
        return child;
    }

    /** Returns the overflow of a kind; it is made if there is none. */
    Node<L> overflow(Node<L> parent, int kind) {
        ChildGroup<L> group = parent.group(kind);
        Node<L> overflow = group.overflow();
        if (overflow == null) {
            overflow = Node.overflow(kind);
            group.setOverflow(overflow);
            weight += NodeWeight.NODE;
        }
        return overflow;
    }

    /** Returns the leaf of a node; it is made if there is none. */
    L leaf(Node<L> node) {
        L leaf = node.leaf();
        if (leaf == null) {
            leaf = newLeaf.get();
            node.setLeaf(leaf);
            weight += NodeWeight.ofLeaf(0);
        }
        return leaf;
    }

    /** Notes that a leaf has counted one more row, and makes the tree coarser when it has grown too heavy. */
    void counted(L leaf) {
        if (leaf.rows() <= NodeWeight.FULL) {
            weight += NodeWeight.ROW;
        }
        if (weight > limits.weight()) {
            limitWeight();
        }
    }

    /** Adds all of {@code other}, which must not be used afterwards. */
    void absorb(BoundedNodes<L> other) {
        lastHost = null;
        raiseTo(Math.max(level, other.level));
        other.raiseTo(level);
        weight += other.weight + NodeWeight.NODE; // a root weighs nothing
        absorb(root, other.root, 0);
        limitWeight();
    }

    /** Brings the tree to the one form that its set of paths has; to be called before patterns are learned. */
    void settle() {
        while (level < CoarseningLevel.MAX && new TreeBound<L>(level, limits.weight()).exceeded(root)) {
            raiseTo(level + 1);
        }
    }

    private void limitWeight() {
        while (weight > limits.weight() && level < CoarseningLevel.MAX) {
            raiseTo(level + 1);
        }
    }

    /** For {@link TreeReader}: sets the level of the tree that was written. */
    void restoreLevel(int written) {
        level = written;
    }

    /**
     * For {@link TreeReader}: adds a child that had a name when it was written.
     *
     * @param above segments above that may be parameter values
     * @throws DamagedFileException if no tree of these limits keeps such a child
     */
    Node<L> restoreChild(Node<L> parent, int kind, byte[] text, int above) throws DamagedFileException {
        Shape shape = SegmentKind.shape(kind);
        ByteSlice name = ByteSlice.of(text);
        long hash = shape.isMethod() ? PathHash.ofMethod(name) : PathHash.ofSegment(name);
        ChildGroup<L> group = parent.group(kind);
        boolean isLong = isLong(name) && shape != Shape.HOST && !shape.isPinned();
        if (isLong || group.named() >= SegmentKind.kept(kind, above, level) || parent.find(hash, name) != null) {
            throw new DamagedFileException("has a segment that is too long, superfluous or duplicate");
        }
        Node<L> child = new Node<>(text, hash, kind, MaskedPath.masking(profile, kind, name));
        addRestored();
        parent.put(child);
        group.added(child);
        return child;
    }

    /**
     * For {@link TreeReader}: adds the overflow of a kind.
     *
     * @throws DamagedFileException if it is there twice, or the tree would pass its limits
     */
    Node<L> restoreOverflow(Node<L> parent, int kind) throws DamagedFileException {
        if (parent.overflowOf(kind) != null) {
            throw new DamagedFileException("has a duplicate overflow");
        }
        addRestored();
        weight -= NodeWeight.NODE; // which overflow() adds
        return overflow(parent, kind);
    }

    private void addRestored() throws DamagedFileException {
        weight += NodeWeight.NODE;
        // Twice, because weights are estimates. Nothing is coarser than the last level, however much it holds.
        if (weight / 2 > limits.weight() && level < CoarseningLevel.MAX) {
            throw new DamagedFileException("has a tree of more than " + limits.weight() + " bytes");
        }
    }

    /** For {@link TreeReader}: gives a node its leaf. */
    void restoreLeaf(Node<L> node, IoConsumer<L> reader) throws IOException {
        L leaf = newLeaf.get();
        reader.accept(leaf);
        node.setLeaf(leaf);
        weight += NodeWeight.ofLeaf(leaf.rows());
    }

    private void evictLast(Node<L> parent, ChildGroup<L> group, int above) {
        lastHost = null;
        Node<L> last = group.removeLast(parent);
        parent.remove(last);
        absorb(overflow(parent, group.kind()), last, above);
    }

    /**
     * Adds {@code from}, a child below {@code above} variables, to {@code into}.
     *
     * <p>One method rather than several short ones: those the optimizing compiler would copy into each other as deep as
     * it may, which took a tenth of all compiling.
     */
    private void absorb(Node<L> into, Node<L> from, int above) {
        weight -= NodeWeight.NODE;
        L added = from.leaf();
        L leaf = into.leaf();
        if (added != null && leaf == null) {
            into.setLeaf(added);
        } else if (added != null && leaf != null) {
            weight -= NodeWeight.ofLeaf(leaf.rows()) + NodeWeight.ofLeaf(added.rows());
            leaf.absorb(added);
            weight += NodeWeight.ofLeaf(leaf.rows());
        }
        int below = above + (from.shape().countsAsVariable() ? 1 : 0);
        for (Node<L> child : from.named()) {
            if (child != null) {
                absorbNamed(into, child, below);
            }
        }
        for (ChildGroup<L> group = from.groups(); group != null; group = group.next()) {
            Node<L> rest = group.overflow();
            if (rest != null) {
                absorb(overflow(into, group.kind()), rest, below);
            }
        }
    }

    private void absorbNamed(Node<L> parent, Node<L> child, int above) {
        Node<L> same = parent.find(child);
        if (same != null) {
            absorb(same, child, above);
            return;
        }
        ChildGroup<L> group = parent.group(child.kind());
        int places = SegmentKind.kept(child.kind(), above, level);
        if (group.named() >= places) {
            if (places == 0 || Node.compareKept(group.last(parent), child) < 0) {
                absorb(overflow(parent, child.kind()), child, above);
                return;
            }
            evictLast(parent, group, above);
        }
        parent.put(child);
        group.added(child);
    }

    private void raiseTo(int wanted) {
        if (wanted > level) {
            int before = level;
            level = wanted;
            lastHost = null;
            new TreeTrimmer<>(this, depth(), SegmentKind.differ(before, level)).trim(root);
        }
    }

    /** For {@link TreeTrimmer}: evicts the last named children of a group until no more than its places are taken. */
    void evictSurplus(Node<L> parent, ChildGroup<L> group, int above) {
        int places = SegmentKind.kept(group.kind(), above, level);
        while (group.named() > places) {
            evictLast(parent, group, above);
        }
    }

    /** For {@link TreeTrimmer}: puts the children of a node into the groups of the kinds that this level has. */
    void regroup(Node<L> parent, int above) {
        ChildGroup<L> before = parent.takeGroups();
        for (Node<L> child : parent.named().clone()) {
            if (child != null) {
                int kind = SegmentKind.atLevel(child.kind(), level);
                if (SegmentKind.kept(child.kind(), above, level) == 0) {
                    parent.remove(child);
                    absorb(overflow(parent, kind), child, above);
                } else {
                    child.setKind(kind);
                    parent.group(kind).added(child);
                }
            }
        }
        for (ChildGroup<L> group = before; group != null; group = group.next()) {
            Node<L> rest = group.overflow();
            if (rest != null) {
                absorb(overflow(parent, SegmentKind.atLevel(group.kind(), level)), rest, above);
            }
        }
    }

    /**
     * For {@link TreeTrimmer}: adds {@code child}, with everything below it, to the {@link Shape#REST} of
     * {@code parent}.
     */
    void moveToRest(Node<L> parent, Node<L> child) {
        weight -= NodeWeight.NODE;
        Node<L> rest = overflow(parent, SegmentKind.of(Shape.REST));
        child.children(below -> {
            if (!below.shape().isMethod()) {
                moveToRest(parent, below);
            } else if (below.isOverflow()) {
                absorb(overflow(rest, below.kind()), below, 0);
            } else {
                absorbNamed(rest, below, 0);
            }
        });
    }
}
