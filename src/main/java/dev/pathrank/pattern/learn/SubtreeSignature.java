package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What follows a segment once what was taken for a value is folded: calls by method and the next segments, up to {@value #DEPTH} of them.
 *
 * <p>Two values of one variable have the same signature, whatever values follow them.
 */
final class SubtreeSignature {
    static final int DEPTH = 4;

    /** Longer signatures end here: the rest says no more. */
    static final int MOST = 400;

    private final TreeMap<String, Long> calls = new TreeMap<>();

    static <L extends Leaf<L>> SubtreeSignature of(List<Node<L>> nodes, Predicate<Node<L>> looksAt) {
        SubtreeSignature signature = new SubtreeSignature();
        StringBuilder path = new StringBuilder();
        for (Node<L> node : nodes) {
            signature.add(node, looksAt, path, 0);
        }
        while (signature.calls.size() > MOST) {
            signature.calls.pollLastEntry();
        }
        return signature;
    }

    private <L extends Leaf<L>> void add(Node<L> node, Predicate<Node<L>> looksAt, StringBuilder path, int depth) {
        NonEmptyChildren.forEach(node, looksAt, (child, slashes) -> {
            if (child.shape().isMethod()) {
                calls.merge(child.name() + " " + path, child.subtreeCalls(), Long::sum);
                return;
            }
            int length = path.length();
            path.append('/').append(child.isLikelyValue() ? "" : child.name());
            if (depth + 1 < DEPTH) {
                add(child, looksAt, path, depth + 1);
            } else {
                calls.merge(path.toString(), child.subtreeCalls(), Long::sum);
            }
            path.setLength(length);
        });
    }

    NavigableMap<String, Long> calls() {
        return calls;
    }
}
