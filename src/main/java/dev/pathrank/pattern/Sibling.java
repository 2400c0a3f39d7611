package dev.pathrank.pattern;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Nodes of one name (or the overflows of one kind) at one place of the patterns, and the evidence that they give.
 *
 * @param <L> what is counted at the leaves
 */
final class Sibling<L extends Leaf<L>> {
    private final List<Node<L>> nodes;
    private final long calls;
    private final Set<String> signature = new HashSet<>();
    private boolean leaf;

    Sibling(List<Node<L>> nodes, Predicate<Node<L>> looksAt) {
        this.nodes = List.copyOf(nodes);
        long sum = 0;
        for (Node<L> node : nodes) {
            sum += calls(node, looksAt);
            node.children(child -> {
                if (looksAt.test(child)) {
                    signature.add(next(child));
                    leaf |= child.shape().method();
                }
            });
        }
        this.calls = sum;
    }

    private static <L extends Leaf<L>> long calls(Node<L> node, Predicate<Node<L>> looksAt) {
        long[] sum = {node.leaf() == null ? 0 : node.leaf().calls()};
        node.children(child -> {
            if (looksAt.test(child)) {
                sum[0] += calls(child, looksAt);
            }
        });
        return sum[0];
    }

    /** How a child shows in the signature: methods and words by name, values by their being values. */
    private static <L extends Leaf<L>> String next(Node<L> child) {
        Shape shape = child.shape();
        if (shape.method()) {
            return child.name() + " ";
        }
        boolean named = shape == Shape.TERM || shape == Shape.WORD || shape == Shape.EMPTY || shape == Shape.VERSION;
        return named && !child.isOverflow() ? child.name() : "/";
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
        return nodes.get(0).name();
    }

    /** Calls of everything below. */
    long calls() {
        return calls;
    }

    /** The methods and the segments that directly follow. */
    Set<String> signature() {
        return signature;
    }

    /** Whether the name must not be shown. */
    boolean secret() {
        return SegmentKind.secret(text(), 0, text().length);
    }

    /** Whether this date stands where versions stand: near the top, with nothing counted at it but only below. */
    boolean datedVersion(int variablesAbove) {
        return variablesAbove == 0 && !leaf && !isOverflow();
    }
}
