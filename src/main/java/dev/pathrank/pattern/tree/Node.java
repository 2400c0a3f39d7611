package dev.pathrank.pattern.tree;

import dev.pathrank.pattern.segment.MaskedPath;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.PercentEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A node of the path tree: a host, a segment, or (below the last segment) a method, which alone has a leaf.
 *
 * <p>Children with names are in an open hash table. For each kind of segment a {@link ChildGroup} counts them and holds
 * the overflow child, which has no name and stands for every other segment of that kind.
 *
 * @param <L> the type of the leaves
 */
public final class Node<L extends Leaf<L>> {
    /** The label of an overflow. */
    private static final String MANY = "*";

    private static final byte UNKNOWN = -1;
    private static final int FIRST_TABLE = 4;
    private static final byte[] NAMELESS = new byte[0];

    private final byte[] text;
    private final long hash;
    private int kind;
    private final boolean overflow;
    private final MaskedPath.Masking masking;

    /** The probability in percent that this is a parameter value, or {@link #UNKNOWN}. */
    private byte valuePercent = UNKNOWN;

    private Node<L> @Nullable [] table;
    private int named;
    private @Nullable ChildGroup<L> groups;
    private @Nullable L leaf;
    private long subtreeRows;

    Node(byte[] text, long hash, int kind, MaskedPath.Masking masking) {
        this(text, hash, kind, masking, false);
    }

    private Node(byte[] text, long hash, int kind, MaskedPath.Masking masking, boolean overflow) {
        this.text = text;
        this.hash = hash;
        this.kind = kind;
        this.overflow = overflow;
        this.masking = masking;
    }

    /** Returns a child that stands for all segments of a kind that are not kept by name. */
    static <L extends Leaf<L>> Node<L> overflow(int kind) {
        return new Node<>(NAMELESS, 0, kind, MaskedPath.Masking.NOTHING, true);
    }

    /** Returns the segment as it was on the wire; empty for an overflow. */
    public byte[] text() {
        return text;
    }

    /** Returns {@link #text()}, a character for each byte. */
    public String name() {
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Returns {@link #name()}, or {@value #MANY} for an overflow. */
    public String label() {
        return overflow ? MANY : name();
    }

    /** Returns {@link #label()} in printable form. */
    public String printable() {
        return overflow ? MANY : PercentEncoder.of(text);
    }

    /** Returns the hash by which this node is kept; 0 for an overflow. */
    public long hash() {
        return hash;
    }

    /** Returns the {@link SegmentKind} of the segment, {@linkplain SegmentKind#atLevel at the level} of the tree. */
    public int kind() {
        return kind;
    }

    /** Returns the shape of the segment. */
    public Shape shape() {
        return SegmentKind.shape(kind);
    }

    /** Whether this stands for many segments whose names were not kept. */
    public boolean isOverflow() {
        return overflow;
    }

    /** Returns what of the text must not be shown; nothing for an overflow, whose segments are not known. */
    MaskedPath.Masking masking() {
        return masking;
    }

    /** Whether the text, or a value in it, must not be shown. */
    public boolean mustBeMasked() {
        return masking != MaskedPath.Masking.NOTHING;
    }

    /** Returns the counts of this method, or null where this is no method. */
    public @Nullable L leaf() {
        return leaf;
    }

    void setLeaf(L value) {
        leaf = value;
    }

    /** For {@link TreeTrimmer}: gives a named child without a group its kind at a higher level. */
    void setKind(int coarser) {
        kind = coarser;
    }

    /** For {@link TreeTrimmer}: takes all groups away and returns the first of them; named children stay. */
    @Nullable
    ChildGroup<L> takeGroups() {
        ChildGroup<L> taken = groups;
        groups = null;
        return taken;
    }

    /** Returns the first group of children, or null where there are no children. */
    public @Nullable ChildGroup<L> groups() {
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
        for (ChildGroup<L> group = groups; group != null; group = group.next()) {
            Node<L> rest = group.overflow();
            if (rest != null) {
                visitor.accept(rest);
            }
        }
    }

    /** Returns the table of the children with names, whose free slots are null; empty where there are none. */
    Node<L>[] named() {
        return table == null ? newTable(0) : table;
    }

    /** Returns all children, in no particular order. */
    public List<Node<L>> children() {
        List<Node<L>> children = new ArrayList<>();
        children(children::add);
        return children;
    }

    /** Returns the rows of this node and everything below, added up now. */
    public long rows() {
        long[] sum = {leaf == null ? 0 : leaf.rows()};
        children(child -> sum[0] += child.rows());
        return sum[0];
    }

    /** Adds up {@link #subtreeRows} here and everywhere below; to be called when nothing is counted any more. */
    public long sumSubtreeRows() {
        long[] sum = {leaf == null ? 0 : leaf.rows()};
        children(child -> sum[0] += child.sumSubtreeRows());
        subtreeRows = sum[0];
        return subtreeRows;
    }

    /** Returns the rows of this node and everything below, as {@link #sumSubtreeRows} found them. */
    public long subtreeRows() {
        return subtreeRows;
    }

    /** Stores the probability, 0 to 1, that this segment is a parameter value. */
    public void setValueProbability(double probability) {
        valuePercent = (byte) Math.round(100 * probability);
    }

    /** Whether this is more likely a parameter value than a literal, by the stored probability, else by its shape. */
    public boolean isLikelyValue() {
        return overflow || (valuePercent == UNKNOWN ? shape().isOpaque() : valuePercent >= 50);
    }

    /**
     * Returns the named child with this hash and text, or null. A method and a segment of the same text have different
     * hashes.
     */
    public @Nullable Node<L> find(long wanted, ByteSlice name) {
        Node<L>[] nodes = table;
        if (nodes == null) {
            return null;
        }
        int mask = nodes.length - 1;
        for (int slot = (int) wanted & mask; nodes[slot] != null; slot = (slot + 1) & mask) {
            Node<L> child = nodes[slot];
            if (child.hash == wanted && name.contentEquals(child.text)) {
                return child;
            }
        }
        return null;
    }

    /** Returns the named child with the hash and text of {@code other}, or null. */
    public @Nullable Node<L> find(Node<L> other) {
        return find(other.hash, ByteSlice.of(other.text));
    }

    /** Whether this has the given name. */
    boolean isNamed(ByteSlice name) {
        return !overflow && name.contentEquals(text);
    }

    /** Returns the group of a kind; it is made if there is none. */
    ChildGroup<L> group(int wanted) {
        ChildGroup<L> found = findGroup(wanted);
        if (found == null) {
            found = new ChildGroup<>(wanted, groups);
            groups = found;
        }
        return found;
    }

    private @Nullable ChildGroup<L> findGroup(int wanted) {
        return groups == null ? null : groups.find(wanted);
    }

    /** Returns the child that stands for all segments of a kind without names, or null where there is none. */
    public @Nullable Node<L> overflowOf(int wanted) {
        ChildGroup<L> group = findGroup(wanted);
        return group == null ? null : group.overflow();
    }

    /** Adds a named child. */
    void put(Node<L> child) {
        Node<L>[] nodes = table;
        if (nodes == null) {
            nodes = newTable(FIRST_TABLE);
        } else if (named * 4 >= nodes.length * 3) {
            nodes = grown(nodes);
        }
        place(nodes, child);
        table = nodes;
        named++;
    }

    private static <L extends Leaf<L>> Node<L>[] grown(Node<L>[] table) {
        Node<L>[] grown = newTable(2 * table.length);
        for (Node<L> node : table) {
            if (node != null) {
                place(grown, node);
            }
        }
        return grown;
    }

    private static <L extends Leaf<L>> void place(Node<L>[] table, Node<L> child) {
        int mask = table.length - 1;
        int slot = (int) child.hash & mask;
        while (table[slot] != null) {
            slot = (slot + 1) & mask;
        }
        table[slot] = child;
    }

    /** Removes a named child, which must be one of this node's; the children behind it in its chain move up. */
    @SuppressWarnings("NullAway") // a free slot of the table is null
    void remove(Node<L> child) {
        Node<L>[] nodes = Objects.requireNonNull(table);
        int mask = nodes.length - 1;
        int slot = (int) child.hash & mask;
        while (nodes[slot] != child) {
            slot = (slot + 1) & mask;
        }
        nodes[slot] = null;
        named--;
        for (int next = (slot + 1) & mask; nodes[next] != null; next = (next + 1) & mask) {
            Node<L> moved = nodes[next];
            nodes[next] = null;
            place(nodes, moved);
        }
    }

    /** Removes a child, named or not, whatever its place in the order of its group. */
    void drop(Node<L> child) {
        if (child.overflow) {
            group(child.kind).setOverflow(null);
        } else {
            remove(child);
            group(child.kind).removed();
        }
    }

    /** Compares nodes in the order in which children are kept: by hash, then by text. */
    static int compareKept(Node<?> a, Node<?> b) {
        int byHash = Long.compareUnsigned(a.hash, b.hash);
        return byHash != 0 ? byHash : Arrays.compareUnsigned(a.text, b.text);
    }

    /** Whether a segment of this hash and text precedes this node in {@link #compareKept}. */
    boolean comesAfter(long otherHash, ByteSlice name) {
        int byHash = Long.compareUnsigned(otherHash, hash);
        return byHash < 0
                || byHash == 0
                        && Arrays.compareUnsigned(name.array(), name.from(), name.to(), text, 0, text.length) < 0;
    }

    @SuppressWarnings("unchecked")
    private static <L extends Leaf<L>> Node<L>[] newTable(int size) {
        return (Node<L>[]) new Node<?>[size];
    }
}
