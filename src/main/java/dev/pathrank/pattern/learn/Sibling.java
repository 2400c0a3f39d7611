package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.Affix;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.segment.Shape;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.List;
import java.util.function.Predicate;

/**
 * Nodes of one name (or the overflows of one kind) at one place of the patterns.
 *
 * @param <L> what is counted at the leaves
 */
final class Sibling<L extends Leaf<L>> {
    private final List<Node<L>> nodes;
    private final ChildDistribution distribution;
    private final Affix affix;
    private final SubtreeTokens subtree;
    private final String name;

    /** @param ofKind the affix of named siblings of the same kind, for overflows, or null */
    Sibling(List<Node<L>> nodes, Predicate<Node<L>> looksAt, Affix ofKind) {
        this.nodes = List.copyOf(nodes);
        this.distribution = ChildDistribution.of(nodes, looksAt);
        this.subtree = SubtreeTokens.of(nodes, looksAt);
        Node<L> first = nodes.get(0);
        this.affix = first.isOverflow() && ofKind != null ? ofKind : Affix.of(first.text(), first.kind());
        this.name = first.name();
    }

    List<Node<L>> nodes() {
        return nodes;
    }

    int kind() {
        return nodes.get(0).kind();
    }

    Shape shape() {
        return nodes.get(0).shape();
    }

    boolean isOverflow() {
        return nodes.get(0).isOverflow();
    }

    byte[] text() {
        return nodes.get(0).text();
    }

    String name() {
        return name;
    }

    /** What stands around the value, if it is one. */
    Affix affix() {
        return affix;
    }

    /** The name without its {@link #affix()}. */
    String core() {
        return isOverflow()
                ? ""
                : name.substring(Math.min(name.length(), affix.coreFrom()), Math.max(0, affix.coreTo(text())));
    }

    ChildDistribution distribution() {
        return distribution;
    }

    SubtreeTokens subtree() {
        return subtree;
    }

    /** Calls of everything below. */
    long calls() {
        return distribution.calls();
    }

    /** Whether the name must not be shown. */
    boolean secret() {
        return SegmentKind.secret(text(), 0, text().length);
    }
}
