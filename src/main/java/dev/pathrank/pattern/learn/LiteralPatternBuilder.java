package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.MaskedPath;
import dev.pathrank.pattern.segment.SegmentKind;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import dev.pathrank.text.PercentEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A builder of patterns without folding: every segment is a literal, unless it must not be shown or its name was not
 * kept.
 *
 * @param <L> what is counted at the leaves
 */
final class LiteralPatternBuilder<L extends Leaf<L>> {
    private final Predicate<Node<L>> looksAt;

    private final boolean answered;

    /**
     * Prepares a build.
     *
     * @param looksAt the tree nodes to look at
     * @param answered whether these nodes led to answers
     */
    LiteralPatternBuilder(Predicate<Node<L>> looksAt, boolean answered) {
        this.looksAt = looksAt;
        this.answered = answered;
    }

    /** Adds patterns for everything below a host. */
    void build(PatternNode<L> root, Node<L> host) {
        build(root, List.of(host));
    }

    private void build(PatternNode<L> pattern, List<Node<L>> nodes) {
        Map<String, List<Node<L>>> literals = new TreeMap<>();
        Map<String, List<Node<L>>> hidden = new TreeMap<>();
        for (Node<L> node : nodes) {
            node.children(child -> {
                if (child.shape().isPinned() || !looksAt.test(child)) {
                    return;
                }
                if (child.leaf() != null) {
                    pattern.add(child, pattern.written(), answered);
                } else if (child.isOverflow()) {
                    hidden.computeIfAbsent(SegmentKind.placeholder(child.kind()), kind -> new ArrayList<>())
                            .add(child);
                } else if (child.mustBeMasked()) {
                    hidden.computeIfAbsent(MaskedPath.ofSegment(child.text()), masked -> new ArrayList<>())
                            .add(child);
                } else {
                    literals.computeIfAbsent(child.name(), name -> new ArrayList<>())
                            .add(child);
                }
            });
        }
        literals.forEach((name, same) -> {
            String segment = PercentEncoder.of(same.get(0).text());
            build(pattern.addLiteral(same, SegmentDecision.kept(segment, "learning is off")), same);
        });
        hidden.forEach((masked, same) -> {
            long distinct = same.stream().map(Node::label).distinct().count();
            build(pattern.addHidden(SegmentTemplate.parsed(masked), same.get(0).kind(), distinct), same);
        });
    }
}
