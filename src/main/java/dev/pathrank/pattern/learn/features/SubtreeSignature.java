package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The paths below a segment, up to {@value #DEPTH} segments long, with likely parameter values folded, and the rows of
 * each.
 *
 * <p>Two values of one parameter have the same signature, whatever values follow them.
 */
final class SubtreeSignature {
    static final int DEPTH = 4;

    /** The most paths of a signature; more of them hardly add information. */
    static final int MOST = 400;

    private final TreeMap<String, Long> rows = new TreeMap<>();

    /** Returns the signature of several nodes, of the children that are looked at. */
    static <L extends Leaf<L>> SubtreeSignature of(List<Node<L>> nodes, Predicate<Node<L>> looksAt) {
        SubtreeSignature signature = new SubtreeSignature();
        StringBuilder path = new StringBuilder();
        for (Node<L> node : nodes) {
            signature.add(node, looksAt, path, 0);
        }
        while (signature.rows.size() > MOST) {
            signature.rows.pollLastEntry();
        }
        return signature;
    }

    private <L extends Leaf<L>> void add(Node<L> node, Predicate<Node<L>> looksAt, StringBuilder path, int depth) {
        NonEmptyChildren.forEach(node, looksAt, (child, slashes) -> {
            if (child.shape().isMethod()) {
                rows.merge(child.name() + " " + path, child.subtreeRows(), Long::sum);
                return;
            }
            int length = path.length();
            path.append('/').append(child.isLikelyValue() ? "" : child.name());
            if (depth + 1 < DEPTH) {
                add(child, looksAt, path, depth + 1);
            } else {
                rows.merge(path.toString(), child.subtreeRows(), Long::sum);
            }
            path.setLength(length);
        });
    }

    /** Returns the rows by method and path; by path alone where it is cut. */
    NavigableMap<String, Long> rows() {
        return rows;
    }
}
