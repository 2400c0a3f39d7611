package dev.pathrank.pattern.tree;

import dev.pathrank.pattern.segment.MaskedPath;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.text.PercentEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A place in the path tree: a host, a segment, or (below the last segment) a method, which alone has a leaf.
 *
 * <p>Children with names stand in an open hash table; for each kind of segment a {@link ChildGroup} counts them and holds the overflow child, which has
 * no name and stands for every other segment of that kind.
 *
 * @param <L> what is counted at the leaves
 */
public final class Node<L extends Leaf<L>> {
    /** What stands for the many that were not kept apart. */
    private static final String MANY = "*";

    private static final byte NOT_JUDGED = -1;
    private static final int FIRST_TABLE = 4;
    private static final byte[] NAMELESS = new byte[0];

    private final byte[] text;
    private final long hash;
    private final int kind;
    private final boolean overflow;
    private final boolean hidden;
    private byte setValueProbability = NOT_JUDGED;
    private Node<L>[] table;
    private int named;
    private ChildGroup<L> groups;
    private L leaf;
    private long subtreeCalls;

    Node(byte[] text, long hash, int kind) {
        this(text, hash, kind, false);
    }

    private Node(byte[] text, long hash, int kind, boolean overflow) {
        this.text = text;
        this.hash = hash;
        this.kind = kind;
        this.overflow = overflow;
        this.hidden = !overflow && MaskedPath.hides(SegmentKind.shape(kind), text, 0, text.length);
    }

    /** The child that stands for all segments of a kind that are not kept by name. */
    static <L extends Leaf<L>> Node<L> overflow(int kind) {
        return new Node<>(NAMELESS, 0, kind, true);
    }

    /** The segment as it was on the wire; empty for an overflow. */
    public byte[] text() {
        return text;
    }

    /** {@link #text()}, a character for each byte. */
    public String name() {
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** {@link #name()}, or for an overflow {@value #MANY}. */
    public String label() {
        return overflow ? MANY : name();
    }

    /** {@link #label()} as it may be printed. */
    public String printable() {
        return overflow ? MANY : PercentEncoder.of(text);
    }

    public long hash() {
        return hash;
    }

    /** The {@link SegmentKind} of the segment. */
    public int kind() {
        return kind;
    }

    public Shape shape() {
        return SegmentKind.shape(kind);
    }

    /** Whether this stands for many segments of which no single one is known any more. */
    public boolean isOverflow() {
        return overflow;
    }

    /** Whether the text must not be shown; of an overflow nobody knows. */
    boolean hidden() {
        return hidden;
    }

    /** What was counted here, or null where this is no method. */
    public L leaf() {
        return leaf;
    }

    void leaf(L value) {
        leaf = value;
    }

    /** Children with a name. */
    int named() {
        return named;
    }

    public ChildGroup<L> groups() {
        return groups;
    }

    /** Calls {@code visitor} for every child, those with names and the overflows, in no particular order. */
    public void children(Consumer<Node<L>> visitor) {
        if (table != null) {
            for (Node<L> child : table) {
                if (child != null) {
                    visitor.accept(child);
                }
            }
        }
        for (ChildGroup<L> group = groups; group != null; group = group.next) {
            if (group.overflow() != null) {
                visitor.accept(group.overflow());
            }
        }
    }

    /** All children, in no particular order. */
    public List<Node<L>> children() {
        List<Node<L>> children = new ArrayList<>();
        children(children::add);
        return children;
    }

    /** Calls of everything below, added up now. */
    public long calls() {
        long[] sum = {leaf == null ? 0 : leaf.calls()};
        children(child -> sum[0] += child.calls());
        return sum[0];
    }

    /** Adds up {@link #below} here and everywhere below; to be called when nothing is counted any more. */
    public long sumSubtreeCalls() {
        long[] sum = {leaf == null ? 0 : leaf.calls()};
        children(child -> sum[0] += child.sumSubtreeCalls());
        subtreeCalls = sum[0];
        return subtreeCalls;
    }

    /** Calls of everything below, as {@link #sumBelow} found them. */
    public long subtreeCalls() {
        return subtreeCalls;
    }

    /** Notes with what probability this is a value of a variable. */
    public void setValueProbability(double probability) {
        setValueProbability = (byte) Math.round(100 * probability);
    }

    /** Whether this is a value rather than a literal, as far as was judged. */
    public boolean isLikelyValue() {
        return overflow || (setValueProbability == NOT_JUDGED ? shape().isOpaque() : setValueProbability >= 50);
    }

    /** The named child with this text, or null. A method and a segment of the same text have different hashes. */
    public Node<L> find(long wanted, byte[] bytes, int from, int to) {
        if (table == null) {
            return null;
        }
        int mask = table.length - 1;
        for (int slot = (int) wanted & mask; table[slot] != null; slot = (slot + 1) & mask) {
            Node<L> child = table[slot];
            if (child.hash == wanted && Arrays.equals(child.text, 0, child.text.length, bytes, from, to)) {
                return child;
            }
        }
        return null;
    }

    /** Whether this has a name and it is this. */
    boolean isNamed(byte[] bytes, int from, int to) {
        return !overflow && Arrays.equals(text, 0, text.length, bytes, from, to);
    }

    /** The group of a kind, made if it is not there yet. */
    public ChildGroup<L> group(int wanted) {
        for (ChildGroup<L> group = groups; group != null; group = group.next) {
            if (group.kind == wanted) {
                return group;
            }
        }
        groups = new ChildGroup<>(wanted, groups);
        return groups;
    }

    void put(Node<L> child) {
        if (table == null) {
            table = newTable(FIRST_TABLE);
        } else if (named * 4 >= table.length * 3) {
            Node<L>[] old = table;
            table = newTable(old.length * 2);
            for (Node<L> node : old) {
                if (node != null) {
                    place(node);
                }
            }
        }
        place(child);
        named++;
    }

    private void place(Node<L> child) {
        int mask = table.length - 1;
        int slot = (int) child.hash & mask;
        while (table[slot] != null) {
            slot = (slot + 1) & mask;
        }
        table[slot] = child;
    }

    /** Takes a named child out; the children behind it in its chain move up. */
    void remove(Node<L> child) {
        int mask = table.length - 1;
        int slot = (int) child.hash & mask;
        while (table[slot] != child) {
            slot = (slot + 1) & mask;
        }
        table[slot] = null;
        named--;
        for (int next = (slot + 1) & mask; table[next] != null; next = (next + 1) & mask) {
            Node<L> moved = table[next];
            table[next] = null;
            place(moved);
        }
    }

    /** Takes out a child, named or not, with no regard to the order of its group. */
    void drop(Node<L> child) {
        if (child.overflow) {
            group(child.kind).overflow(null);
        } else {
            remove(child);
            group(child.kind).dropped();
        }
    }

    /** The order by which children are kept: by hash, then by text. */
    static int compareKept(Node<?> a, Node<?> b) {
        int byHash = Long.compareUnsigned(a.hash, b.hash);
        return byHash != 0 ? byHash : Arrays.compareUnsigned(a.text, b.text);
    }

    /** Whether a segment of this hash and text comes before this child in {@link #inOrder}. */
    boolean comesAfter(long otherHash, byte[] bytes, int from, int to) {
        int byHash = Long.compareUnsigned(otherHash, hash);
        return byHash < 0 || byHash == 0 && Arrays.compareUnsigned(bytes, from, to, text, 0, text.length) < 0;
    }

    @SuppressWarnings("unchecked")
    private static <L extends Leaf<L>> Node<L>[] newTable(int size) {
        return (Node<L>[]) new Node<?>[size];
    }
}
