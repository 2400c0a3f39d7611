package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One of the segments that follow a pattern prefix: the tree nodes of one name, or the overflows of one kind.
 *
 * @param <L> what is counted at the leaves
 */
public final class Sibling<L extends Leaf<L>> {
    private final List<Node<L>> nodes;
    private final ChildDistribution distribution;
    private final Affix affix;
    private final SubtreeTokens subtree;
    private final String name;

    /**
     * Makes a sibling.
     *
     * @param nodes at least one
     * @param looksAt the tree nodes below to look at
     * @param ofKind for overflows, the affix of named siblings of the same kind, or null
     */
    Sibling(List<Node<L>> nodes, Predicate<Node<L>> looksAt, @Nullable Affix ofKind) {
        this.nodes = List.copyOf(nodes);
        this.distribution = ChildDistribution.of(nodes, looksAt);
        this.subtree = SubtreeTokens.of(nodes, looksAt);
        Node<L> first = nodes.get(0);
        this.affix = first.isOverflow() && ofKind != null ? ofKind : Affix.of(first.text(), first.kind());
        this.name = first.name();
    }

    /** Returns the tree nodes, at least one. */
    public List<Node<L>> nodes() {
        return nodes;
    }

    /** Returns the {@link SegmentKind}. */
    public int kind() {
        return nodes.get(0).kind();
    }

    /** Returns the shape. */
    public Shape shape() {
        return nodes.get(0).shape();
    }

    /** Whether this stands for segments whose names were not kept. */
    public boolean isOverflow() {
        return nodes.get(0).isOverflow();
    }

    /** Returns the first spelling as it was on the wire; empty for an overflow. */
    public byte[] text() {
        return nodes.get(0).text();
    }

    /** Returns the first spelling, a character for each byte; empty for an overflow. */
    public String name() {
        return name;
    }

    /** Returns the text around the value, if this is one. */
    public Affix affix() {
        return affix;
    }

    /** Returns the name without its {@link #affix()}. */
    public String core() {
        return isOverflow() ? "" : affix.core(name);
    }

    /** Returns the distribution of rows over what follows. */
    public ChildDistribution distribution() {
        return distribution;
    }

    /** Returns the tokens directly below. */
    SubtreeTokens subtree() {
        return subtree;
    }

    /** Returns the rows of everything below. */
    public long rows() {
        return distribution.rows();
    }

    /** Whether the name must not be shown. */
    public boolean isSecret() {
        return SegmentKind.isSecret(text());
    }
}
