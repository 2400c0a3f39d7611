package dev.pathrank.pattern.learn;

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
 * Folds nothing: every segment stays as it is, unless it must not be shown, or memory did not keep it apart from others of its kind.
 *
 * @param <L> what is counted at the leaves
 */
final class LiteralPatternBuilder<L extends Leaf<L>> {
    private final Predicate<Node<L>> looksAt;

    private final boolean answered;

    /** @param answered whether what is looked at led to answers */
    LiteralPatternBuilder(Predicate<Node<L>> looksAt, boolean answered) {
        this.looksAt = looksAt;
        this.answered = answered;
    }

    /** Keeps all below a host. */
    void keep(PatternNode<L> root, Node<L> host) {
        keep(root, List.of(host));
    }

    private void keep(PatternNode<L> pattern, List<Node<L>> nodes) {
        Map<String, List<Node<L>>> literals = new TreeMap<>();
        Map<Integer, List<Node<L>>> hidden = new TreeMap<>();
        for (Node<L> node : nodes) {
            node.children(child -> {
                if (child.shape().isPinned() || !looksAt.test(child)) {
                    return;
                }
                if (child.leaf() != null) {
                    pattern.add(child, pattern.written(), answered);
                } else if (child.isOverflow() || SegmentKind.secret(child.text(), 0, child.text().length)) {
                    hidden.computeIfAbsent(child.kind(), kind -> new ArrayList<>())
                            .add(child);
                } else {
                    literals.computeIfAbsent(child.name(), name -> new ArrayList<>())
                            .add(child);
                }
            });
        }
        literals.forEach((name, same) -> keep(
                pattern.addLiteral(
                        same, SegmentDecision.kept(PercentEncoder.of(same.get(0).text()), "nothing is learned")),
                same));
        hidden.forEach((kind, same) -> keep(
                pattern.addHidden(
                        kind, same.stream().map(Node::label).distinct().count()),
                same));
    }
}
