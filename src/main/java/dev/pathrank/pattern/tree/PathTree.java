package dev.pathrank.pattern.tree;

import dev.pathrank.pattern.segment.CharacterProfile;
import dev.pathrank.pattern.segment.CoarseningLevel;
import dev.pathrank.pattern.segment.MaskedPath;
import dev.pathrank.pattern.segment.PathHash;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.text.ByteSlice;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every path that was counted, as a tree of host, segments and method, in {@linkplain BoundedNodes bounded memory}.
 * Merging trees in any order gives the same tree.
 *
 * @param <L> the type of the leaves
 */
public final class PathTree<L extends Leaf<L>> {
    private final BoundedNodes<L> nodes;
    private long pathHash;

    /** The kind of the segment that was last looked up and not found by name, as at level 0. */
    private int kindOfSegment;

    private final CharacterProfile profile = new CharacterProfile();
    private final ByteSlice segment = new ByteSlice();

    /** @param newLeaf makes a leaf that has counted nothing */
    public PathTree(TreeLimits limits, Supplier<L> newLeaf) {
        this.nodes = new BoundedNodes<>(limits, newLeaf);
    }

    /** For {@link TreeReader}: returns the nodes. */
    BoundedNodes<L> nodes() {
        return nodes;
    }

    /** Returns the root; its children are hosts. */
    public Node<L> root() {
        return nodes.root();
    }

    /** Returns the estimated weight of the tree, in bytes. */
    public long weight() {
        return nodes.weight();
    }

    /** Returns the {@link CoarseningLevel}: how often memory ran out, so that nodes keep fewer names. */
    public int level() {
        return nodes.level();
    }

    /** Returns the node of a host, for {@link #leafOfStated}, {@link #leaf} and {@link #leafBelowLiteral}. */
    public Node<L> host(ByteSlice host) {
        return nodes.host(host);
    }

    /** Notes that a leaf has counted one more row, and makes the tree coarser when it has grown too heavy. */
    public void counted(L leaf) {
        nodes.counted(leaf);
    }

    /** Adds all of {@code other}, which must not be used afterwards. */
    public void absorb(PathTree<L> other) {
        nodes.absorb(other.nodes);
    }

    /** Brings the tree to the one form that its set of paths has; to be called before patterns are learned. */
    public void settle() {
        nodes.settle();
    }

    /**
     * Returns the leaf of a pattern that the user stated, which is never evicted. {@link #pathHash()} is then that of
     * {@code path}.
     *
     * @param spelling how the path is spelled, or null where it is spelled as the pattern; a pattern keeps few
     *     spellings by name
     */
    public L leafOfStated(
            Node<L> host, ByteSlice pattern, @Nullable ByteSlice spelling, ByteSlice path, ByteSlice method) {
        pathHash = MaskedPath.hash(path, profile, segment);
        Node<L> stated = nodes.child(host, SegmentKind.of(Shape.STATED), PathHash.ofSegment(pattern), pattern, 0);
        return leafOfMethod(spelling == null ? stated : spelled(stated, spelling), method);
    }

    private Node<L> spelled(Node<L> stated, ByteSlice spelling) {
        int kind = SegmentKind.of(Shape.SPELLING);
        return BoundedNodes.isLong(spelling)
                ? nodes.overflow(stated, kind)
                : nodes.child(stated, kind, PathHash.ofSegment(spelling), spelling, 0);
    }

    /**
     * Returns the leaf at which a request for {@code path} is counted. {@link #pathHash()} is then that of
     * {@code path}.
     */
    public L leaf(Node<L> host, ByteSlice path, ByteSlice method) {
        int from = path.isEmpty() || path.at(0) != '/' ? path.from() : path.from() + 1;
        return leaf(host, path, from, from < path.to(), method);
    }

    /**
     * Returns what {@link #leaf} returns for a path that begins with one the user declared literal.
     *
     * @param literal the node's name: the literal path in the form in which all its spellings are counted
     * @param length the bytes at the beginning of {@code path} that are the literal path
     */
    public L leafBelowLiteral(Node<L> host, ByteSlice literal, int length, ByteSlice path, ByteSlice method) {
        Node<L> top = nodes.child(host, SegmentKind.of(Shape.LITERAL), PathHash.ofSegment(literal), literal, 0);
        int end = path.from() + length;
        L leaf = leaf(top, path, end + 1, end < path.to(), method);
        pathHash = MaskedPath.hash(path, profile, segment);
        return leaf;
    }

    private L leaf(Node<L> top, ByteSlice path, int from, boolean any, ByteSlice method) {
        Node<L> node = top;
        int depth = nodes.depth();
        int above = 0;
        long hashed = PathHash.START;
        int at = from;
        for (boolean more = any; more; depth--) {
            int end = PathHash.slash(path, at);
            segment.set(path.array(), at, end);
            long hash = PathHash.ofSegment(segment);
            if (depth == 0) {
                node = nodes.overflow(node, SegmentKind.of(Shape.REST));
            }
            if (depth > 0) {
                node = childOfSegment(node, hash, above);
                above += node.shape().countsAsVariable() ? 1 : 0;
            }
            boolean named = depth > 0 && !node.isOverflow();
            hashed = PathHash.with(hashed, named ? shownHash(node, hash) : shownHash(hash, depth > 0));
            more = end < path.to();
            at = end + 1;
        }
        pathHash = hashed;
        return leafOfMethod(node, method);
    }

    /** The hash of what may be shown of the current {@link #segment}, which has a node of its own. */
    private long shownHash(Node<L> node, long hash) {
        return MaskedPath.shownHash(profile, node.masking(), node.kind(), segment, hash);
    }

    /**
     * The hash of what may be shown of the current {@link #segment}, which has no node of its own.
     *
     * @param looked whether it was looked up
     */
    private long shownHash(long hash, boolean looked) {
        int kind = looked ? kindOfSegment : SegmentKind.of(profile, segment);
        return MaskedPath.shownHash(profile, MaskedPath.masking(profile, kind, segment), kind, segment, hash);
    }

    /** Returns a hash of the path last looked up, in which secrets are masked; the same in every tree. */
    public long pathHash() {
        return pathHash;
    }

    /** The child for the current {@link #segment}. */
    private Node<L> childOfSegment(Node<L> parent, long hash, int above) {
        Node<L> found = parent.find(hash, segment);
        if (found != null) {
            return found;
        }
        kindOfSegment = SegmentKind.of(profile, segment);
        return BoundedNodes.isLong(segment)
                ? nodes.overflow(parent, SegmentKind.atLevel(kindOfSegment, nodes.level()))
                : nodes.admit(parent, kindOfSegment, hash, segment, above);
    }

    private L leafOfMethod(Node<L> parent, ByteSlice method) {
        int number = MethodTable.number(method);
        Shape shape = number == MethodTable.OTHER ? Shape.ODD_METHOD : Shape.METHOD;
        long hash = number == MethodTable.OTHER ? PathHash.ofMethod(method) : MethodTable.hash(number);
        Node<L> node = BoundedNodes.isLong(method)
                ? nodes.overflow(parent, SegmentKind.of(shape))
                : nodes.child(parent, SegmentKind.of(shape), hash, method, 0);
        return nodes.leaf(node);
    }
}
