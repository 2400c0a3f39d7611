package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a host that were answered with "not found", counted at the nodes of the tree of answered paths. A path of
 * literals either exists or does not, but some values of a parameter are not found. So, if the same path has rows of
 * both sorts, that is evidence of a placeholder.
 *
 * @param <L> what is counted at the leaves
 */
public final class NotFoundCounts<L extends Leaf<L>> {
    /** The number of features that {@link #features} returns for each sibling. */
    private static final int FEATURES = 5;

    private static final int DEEPEST = 4;

    /** For each node the rows not found that ended at it, and at words directly below it that were never answered. */
    private final IdentityHashMap<Node<L>, long[]> rows = new IdentityHashMap<>();

    /**
     * Counts the failed paths of a host at the nodes of its answered paths.
     *
     * @param failed null where nothing failed
     */
    public static <L extends Leaf<L>> NotFoundCounts<L> of(Node<L> answered, @Nullable Node<L> failed) {
        NotFoundCounts<L> counts = new NotFoundCounts<>();
        if (failed != null) {
            counts.lay(answered, failed);
        }
        return counts;
    }

    private void lay(Node<L> answered, Node<L> failed) {
        failed.children(child -> {
            L leaf = child.leaf();
            if (leaf != null) {
                add(answered, 0, leaf.notFound());
            } else if (!child.shape().isPinned()) {
                layChild(answered, child);
            }
        });
    }

    private void layChild(Node<L> answered, Node<L> child) {
        Node<L> same = child.isOverflow() ? answered.overflowOf(child.kind()) : answered.find(child);
        if (same != null) {
            lay(same, child);
        } else if (!child.shape().isOpaque()) {
            child.children(method -> {
                L leaf = method.leaf();
                if (leaf != null) {
                    add(answered, 1, leaf.notFound());
                }
            });
        }
    }

    private void add(Node<L> node, int what, long n) {
        if (n > 0) {
            rows.computeIfAbsent(node, k -> new long[2])[what] += n;
        }
    }

    /** Returns the rows not found that ended at a node. */
    private long at(Node<L> node) {
        long[] of = rows.get(node);
        return of == null ? 0 : of[0];
    }

    /** Returns the rows not found that ended directly below these nodes, at words that were never answered. */
    long atUnknown(List<Node<L>> nodes) {
        long sum = 0;
        for (Node<L> node : nodes) {
            long[] of = rows.get(node);
            sum += of == null ? 0 : of[1];
        }
        return sum;
    }

    /** Returns the rows on paths that hold only literals from these nodes on: those not found, and those answered. */
    long[] literalRows(List<Node<L>> nodes, Predicate<Node<L>> isValue) {
        long[] sum = new long[2];
        nodes.forEach(node -> add(node, isValue, sum, 0));
        return sum;
    }

    private void add(Node<L> node, Predicate<Node<L>> isValue, long[] sum, int depth) {
        sum[0] += at(node);
        node.children(child -> {
            L leaf = child.leaf();
            if (leaf != null) {
                sum[1] += leaf.rows();
            } else if (depth < DEEPEST && !isValue.test(child)) {
                add(child, isValue, sum, depth + 1);
            }
        });
    }

    /**
     * Returns the five features of all siblings, from {@link Feature#NOT_FOUND} to
     * {@link Feature#NOT_FOUND_AT_UNKNOWN}; -1 below a placeholder.
     */
    double[][] features(PatternPrefix<L> prefix, List<Sibling<L>> siblings, Predicate<Node<L>> isValue) {
        double[][] features = new double[siblings.size()][FEATURES];
        if (prefix.placeholders() > 0) {
            for (double[] of : features) {
                Arrays.fill(of, -1);
            }
            return features;
        }
        long[] all = new long[2];
        long[][] each = new long[siblings.size()][];
        for (int i = 0; i < each.length; i++) {
            each[i] = literalRows(siblings.get(i).nodes(), isValue);
            if (!siblings.get(i).isOpaque()) {
                all[0] += each[i][0];
                all[1] += each[i][1];
            }
        }
        double atUnknown = StrictMath.log1p((double) atUnknown(prefix.nodes()));
        for (int i = 0; i < each.length; i++) {
            boolean counted = !siblings.get(i).isOpaque();
            features[i][0] = StrictMath.log1p((double) each[i][0]);
            features[i][1] = StrictMath.log1p((double) each[i][1]);
            features[i][2] = StrictMath.log1p((double) all[0] - (counted ? each[i][0] : 0));
            features[i][3] = StrictMath.log1p((double) all[1] - (counted ? each[i][1] : 0));
            features[i][4] = atUnknown;
        }
        return features;
    }
}
