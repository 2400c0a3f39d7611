package dev.pathrank.pattern.tree;

import dev.pathrank.pattern.segment.CharacterProfile;
import dev.pathrank.pattern.segment.CoarseningLevel;
import dev.pathrank.pattern.segment.MaskedPath;
import dev.pathrank.pattern.segment.PathHash;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Every path that was counted, as a tree of host, segments and method, in bounded memory.
 *
 * <p>A node keeps, of each kind of segment, the children whose names have the smallest hashes, as many as {@link Shape} allows; everything else
 * adds up in the overflow child of its kind, sub-tree and all. A child among the smallest of a union is among the smallest of every part that
 * holds it, so it was never turned away anywhere: its counts are exact, the overflow is exact, and merging in any order gives the same tree.
 *
 * <p>That bounds a node, not the tree. When the tree grows too heavy, its {@linkplain CoarseningLevel level} rises and each node keeps
 * half as many names. Which level a set of paths ends at must not depend on the order of its parts either; {@link TreeBound} sees to that.
 *
 * @param <L> what is counted at the leaves
 */
public final class PathTree<L extends Leaf<L>> {
    /** A longer segment is never kept by name: nobody calls a resource so, and an attacker may send kilobytes. */
    private static final int LONGEST_NAME = 128;

    private final TreeLimits limits;
    private final Supplier<L> newLeaf;
    private final Node<L> root = new Node<>(new byte[0], 0, SegmentKind.of(Shape.EMPTY));
    private int level;
    private long weight;
    private long pathHash;

    /** The host last looked up, as long as it surely is a child of the root; else null. */
    private Node<L> lastHost;

    private final CharacterProfile look = new CharacterProfile();

    public PathTree(TreeLimits limits, Supplier<L> newLeaf) {
        this.limits = limits;
        this.newLeaf = newLeaf;
        this.level = limits.firstLevel();
    }

    /** The root; its children are hosts. */
    public Node<L> root() {
        return root;
    }

    /** What the tree is reckoned to weigh, in bytes. */
    public long weight() {
        return weight;
    }

    /** How often memory ran out, so that nodes keep fewer names; 0 is the ordinary case. */
    public int level() {
        return level;
    }

    /** The host's node, for {@link #stated} and {@link #path}. */
    public Node<L> host(byte[] host, int from, int to) {
        if (lastHost == null || !lastHost.isNamed(host, from, to)) {
            lastHost = child(root, SegmentKind.of(Shape.HOST), PathHash.ofSegment(host, from, to), host, from, to, 0);
        }
        return lastHost;
    }

    /**
     * The leaf of a pattern that the user stated, which is never cut, for a request for {@code path[from, to)}.
     *
     * @param spelling how the path is spelled if not as the pattern is, else null; a pattern has few spellings of its own, the others are one
     */
    public L leafOfStated(
            Node<L> host,
            byte[] pattern,
            byte[] spelling,
            byte[] path,
            int from,
            int to,
            byte[] method,
            int methodFrom,
            int methodTo) {
        pathHash = PathHash.of(path, from, to);
        int kind = SegmentKind.of(Shape.STATED);
        long hash = PathHash.ofSegment(pattern, 0, pattern.length);
        Node<L> stated = child(host, kind, hash, pattern, 0, pattern.length, 0);
        return method(spelling == null ? stated : spelled(stated, spelling), method, methodFrom, methodTo);
    }

    private Node<L> spelled(Node<L> stated, byte[] spelling) {
        int kind = SegmentKind.of(Shape.SPELLING);
        return spelling.length > LONGEST_NAME
                ? overflow(stated, kind)
                : child(
                        stated,
                        kind,
                        PathHash.ofSegment(spelling, 0, spelling.length),
                        spelling,
                        0,
                        spelling.length,
                        0);
    }

    /** The leaf that a request for {@code path[from, to)} is counted at; {@link #pathHash()} then tells the path's hash. */
    public L leaf(Node<L> host, byte[] path, int from, int to, byte[] method, int methodFrom, int methodTo) {
        int at = from < to && path[from] == '/' ? from + 1 : from;
        return leaf(host, path, at, to, at < to, method, methodFrom, methodTo);
    }

    /** As {@link #path}, for a request for {@code path[from, to)} whose first {@code length} bytes are a path that the user wants literal. */
    public L leafBelowLiteral(
            Node<L> host,
            byte[] literal,
            int length,
            byte[] path,
            int from,
            int to,
            byte[] method,
            int methodFrom,
            int methodTo) {
        int kind = SegmentKind.of(Shape.LITERAL);
        long hash = PathHash.ofSegment(literal, 0, literal.length);
        Node<L> top = child(host, kind, hash, literal, 0, literal.length, 0);
        int end = from + length;
        L leaf = leaf(top, path, end + 1, to, end < to, method, methodFrom, methodTo);
        pathHash = PathHash.of(path, from, to);
        return leaf;
    }

    private L leaf(
            Node<L> top, byte[] path, int from, int to, boolean any, byte[] method, int methodFrom, int methodTo) {
        Node<L> node = top;
        int depth = CoarseningLevel.depth(limits.depth(), level);
        int above = 0;
        long hashed = PathHash.START;
        int at = from;
        for (boolean more = any; more; depth--) {
            int end = PathHash.slash(path, at, to);
            long hash = PathHash.ofSegment(path, at, end);
            if (depth == 0) {
                node = overflow(node, SegmentKind.of(Shape.REST));
            }
            Shape shape;
            boolean named = depth > 0;
            if (depth > 0) {
                node = segment(node, hash, path, at, end, above);
                shape = node.shape();
                above += countsAbove(shape);
                named = !node.isOverflow();
            } else {
                shape = SegmentKind.shape(SegmentKind.of(look, path, at, end));
            }
            boolean hidden = named ? node.hidden() : MaskedPath.hides(look, shape, path, at, end);
            hashed = PathHash.with(hashed, shape, hash, hidden);
            more = end < to;
            at = end + 1;
        }
        pathHash = hashed;
        return method(node, method, methodFrom, methodTo);
    }

    /** A hash of the path last looked up, in which secrets are masked; the same in every tree. */
    public long pathHash() {
        return pathHash;
    }

    /** To be called after a leaf has counted one more call; makes the tree coarser when it has grown too heavy. */
    public void counted(L leaf) {
        if (leaf.calls() <= NodeWeight.FULL) {
            weight += NodeWeight.CALL;
        }
        if (weight > limits.weight()) {
            limitWeight();
        }
    }

    /** Adds all that {@code other} holds; {@code other} is used up. */
    public void absorb(PathTree<L> other) {
        lastHost = null;
        raiseTo(Math.max(level, other.level));
        other.raiseTo(level);
        weight += other.weight;
        absorb(root, other.root, 0);
        limitWeight();
    }

    /** Brings the tree to the one form that its set of paths has; to be called before patterns are learned. */
    public void settle() {
        while (level < CoarseningLevel.MAX && new TreeBound<L>(level, limits.weight()).exceeded(root)) {
            raiseTo(level + 1);
        }
    }

    private void limitWeight() {
        while (weight > limits.weight() && level < CoarseningLevel.MAX) {
            raiseTo(level + 1);
        }
    }

    /** What a segment adds to the number of variables above its children. */
    static int countsAbove(Shape shape) {
        return switch (shape) {
            case TERM, VERSION, EMPTY, HOST, STATED, LITERAL, SPELLING -> 0;
            default -> 1;
        };
    }

    private Node<L> segment(Node<L> parent, long hash, byte[] text, int from, int to, int above) {
        Node<L> found = parent.find(hash, text, from, to);
        if (found != null) {
            return found;
        }
        int kind = SegmentKind.of(look, text, from, to);
        return to - from > LONGEST_NAME ? overflow(parent, kind) : admit(parent, kind, hash, text, from, to, above);
    }

    private L method(Node<L> parent, byte[] method, int from, int to) {
        int number = MethodTable.number(method, from, to);
        Shape shape = number == MethodTable.OTHER ? Shape.ODD_METHOD : Shape.METHOD;
        long hash = number == MethodTable.OTHER ? PathHash.ofMethod(method, from, to) : MethodTable.hash(number);
        Node<L> node = to - from > LONGEST_NAME
                ? overflow(parent, SegmentKind.of(shape))
                : child(parent, SegmentKind.of(shape), hash, method, from, to, 0);
        if (node.leaf() == null) {
            node.leaf(newLeaf.get());
            weight += NodeWeight.ofLeaf(0);
        }
        return node.leaf();
    }

    private Node<L> child(Node<L> parent, int kind, long hash, byte[] text, int from, int to, int above) {
        Node<L> found = parent.find(hash, text, from, to);
        return found != null ? found : admit(parent, kind, hash, text, from, to, above);
    }

    /** A new named child if its hash earns it a place, else the overflow. */
    private Node<L> admit(Node<L> parent, int kind, long hash, byte[] text, int from, int to, int above) {
        ChildGroup<L> group = parent.group(kind);
        int places = SegmentKind.shape(kind).kept(above, level);
        if (group.named() >= places) {
            if (places == 0 || !group.last(parent).comesAfter(hash, text, from, to)) {
                return overflow(parent, kind);
            }
            evictLast(parent, group, above);
        }
        Node<L> child = new Node<>(Arrays.copyOfRange(text, from, to), hash, kind);
        weight += NodeWeight.NODE;
        parent.put(child);
        group.added(child);
        return child;
    }

    /** For {@link TreeReader}: the level of the tree that was written. */
    void restoredLevel(int written) {
        level = written;
    }

    /** For {@link TreeReader}: a child with a name that had its place when it was written. */
    Node<L> restored(Node<L> parent, int kind, byte[] text) {
        long hash = SegmentKind.shape(kind).isMethod()
                ? PathHash.ofMethod(text, 0, text.length)
                : PathHash.ofSegment(text, 0, text.length);
        Node<L> child = new Node<>(text, hash, kind);
        weight += NodeWeight.NODE;
        parent.put(child);
        parent.group(kind).added(child);
        return child;
    }

    /** For {@link TreeReader}: gives a node its leaf. */
    void restored(Node<L> node, TreeReader.LeafReader<L> leaves) throws IOException {
        L leaf = newLeaf.get();
        leaves.readInto(leaf);
        node.leaf(leaf);
        weight += NodeWeight.ofLeaf(leaf.calls());
    }

    Node<L> overflow(Node<L> parent, int kind) {
        ChildGroup<L> group = parent.group(kind);
        if (group.overflow() == null) {
            group.overflow(Node.overflow(kind));
            weight += NodeWeight.NODE;
        }
        return group.overflow();
    }

    private void evictLast(Node<L> parent, ChildGroup<L> group, int above) {
        lastHost = null;
        Node<L> last = group.last(parent);
        group.removedLast();
        parent.remove(last);
        absorbNode(overflow(parent, group.kind), last, above);
    }

    /** {@code from}, a child below {@code above} variables, ends in {@code into}. */
    private void absorbNode(Node<L> into, Node<L> from, int above) {
        weight -= NodeWeight.NODE;
        absorb(into, from, above + countsAbove(from.shape()));
    }

    private void absorb(Node<L> into, Node<L> from, int above) {
        absorbLeaf(into, from);
        from.children(child -> {
            if (child.isOverflow()) {
                absorbNode(overflow(into, child.kind()), child, above);
            } else {
                absorbNamed(into, child, above);
            }
        });
    }

    private void absorbNamed(Node<L> parent, Node<L> child, int above) {
        Node<L> same = parent.find(child.hash(), child.text(), 0, child.text().length);
        if (same != null) {
            absorbNode(same, child, above);
            return;
        }
        ChildGroup<L> group = parent.group(child.kind());
        int places = child.shape().kept(above, level);
        if (group.named() >= places) {
            if (places == 0 || Node.compareKept(group.last(parent), child) < 0) {
                absorbNode(overflow(parent, child.kind()), child, above);
                return;
            }
            evictLast(parent, group, above);
        }
        parent.put(child);
        group.added(child);
    }

    private void absorbLeaf(Node<L> into, Node<L> from) {
        if (from.leaf() == null) {
            return;
        }
        if (into.leaf() == null) {
            into.leaf(from.leaf());
            return;
        }
        weight -= NodeWeight.ofLeaf(into.leaf().calls())
                + NodeWeight.ofLeaf(from.leaf().calls());
        into.leaf().absorb(from.leaf());
        weight += NodeWeight.ofLeaf(into.leaf().calls());
    }

    private void raiseTo(int wanted) {
        if (wanted > level) {
            level = wanted;
            lastHost = null;
            new TreeTrimmer<>(this, CoarseningLevel.depth(limits.depth(), level)).trim(root);
        }
    }

    /** For the trimmer: takes the last named children out of a group until no more than its places are left. */
    void evictSurplus(Node<L> parent, ChildGroup<L> group, int above) {
        int places = SegmentKind.shape(group.kind).kept(above, level);
        while (group.named() > places) {
            evictLast(parent, group, above);
        }
    }

    /** For the trimmer: {@code child}, with all that stands below it, ends in the {@link Shape#REST} of {@code parent}. */
    void intoRest(Node<L> parent, Node<L> child) {
        weight -= NodeWeight.NODE;
        Node<L> rest = overflow(parent, SegmentKind.of(Shape.REST));
        child.children(below -> {
            if (!below.shape().isMethod()) {
                intoRest(parent, below);
            } else if (below.isOverflow()) {
                absorbNode(overflow(rest, below.kind()), below, 0);
            } else {
                absorbNamed(rest, below, 0);
            }
        });
    }
}
