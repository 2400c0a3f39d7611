package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.ChildGroup;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where calls were answered with "not found". Where a path has no variable its endpoint is there or is not; where it has one, some of its
 * values are not found now and then. So what is not found beside what is found tells of a variable.
 *
 * @param <L> what is counted at the leaves
 */
final class NotFoundCounts<L extends Leaf<L>> {
    /** Numbers for each sibling. */
    static final int NUMBERS = 5;

    private static final int DEEPEST = 4;

    private final IdentityHashMap<Node<L>, long[]> misses = new IdentityHashMap<>();

    /** What failed below {@code failed}, laid on what was answered below {@code answered}, the same host. */
    static <L extends Leaf<L>> NotFoundCounts<L> of(Node<L> answered, Node<L> failed) {
        NotFoundCounts<L> misses = new NotFoundCounts<>();
        if (failed != null) {
            misses.lay(answered, failed);
        }
        return misses;
    }

    private void lay(Node<L> answered, Node<L> failed) {
        failed.children(child -> {
            if (child.shape().isPinned()) {
                return;
            }
            if (child.leaf() != null) {
                add(answered, 0, child.leaf().notFound());
                return;
            }
            Node<L> same = child.isOverflow()
                    ? overflow(answered, child.kind())
                    : answered.find(child.hash(), child.text(), 0, child.text().length);
            if (same != null) {
                lay(same, child);
            } else {
                child.children(method -> {
                    if (method.leaf() != null && !child.shape().isOpaque()) {
                        add(answered, 1, method.leaf().notFound());
                    }
                });
            }
        });
    }

    private static <L extends Leaf<L>> Node<L> overflow(Node<L> parent, int kind) {
        for (ChildGroup<L> group = parent.groups(); group != null; group = group.next) {
            if (group.kind == kind) {
                return group.overflow();
            }
        }
        return null;
    }

    private void add(Node<L> node, int what, long n) {
        if (n > 0) {
            misses.computeIfAbsent(node, k -> new long[2])[what] += n;
        }
    }

    /** Calls not found that ended at this node. */
    private long at(Node<L> node) {
        long[] of = misses.get(node);
        return of == null ? 0 : of[0];
    }

    /** Calls not found that ended right below these nodes, at words that were never answered. */
    long beside(List<Node<L>> nodes) {
        long sum = 0;
        for (Node<L> node : nodes) {
            long[] of = misses.get(node);
            sum += of == null ? 0 : of[1];
        }
        return sum;
    }

    /** Calls on paths with nothing but literals from these nodes on: those not found, and those answered. */
    long[] literalCalls(List<Node<L>> nodes, Predicate<Node<L>> value) {
        long[] sum = new long[2];
        nodes.forEach(node -> add(node, value, sum, 0));
        return sum;
    }

    private void add(Node<L> node, Predicate<Node<L>> value, long[] sum, int depth) {
        sum[0] += at(node);
        node.children(child -> {
            if (child.leaf() != null) {
                sum[1] += child.leaf().calls();
            } else if (depth < DEEPEST && !value.test(child)) {
                add(child, value, sum, depth + 1);
            }
        });
    }

    /** The numbers of all siblings at a place: their own misses and answers, those of the other words beside them, and the misses at words never answered. */
    double[][] numbers(PatternPrefix<L> place, List<Sibling<L>> siblings, Predicate<Node<L>> value) {
        double[][] numbers = new double[siblings.size()][NUMBERS];
        if (place.placeholders() > 0) {
            for (double[] of : numbers) {
                Arrays.fill(of, -1);
            }
            return numbers;
        }
        long[] all = new long[2];
        long[][] each = new long[siblings.size()][];
        for (int i = 0; i < each.length; i++) {
            each[i] = literalCalls(siblings.get(i).nodes(), value);
            if (!siblings.get(i).shape().isOpaque()) {
                all[0] += each[i][0];
                all[1] += each[i][1];
            }
        }
        double beside = StrictMath.log1p((double) beside(place.nodes()));
        for (int i = 0; i < each.length; i++) {
            boolean counted = !siblings.get(i).shape().isOpaque();
            numbers[i][0] = StrictMath.log1p((double) each[i][0]);
            numbers[i][1] = StrictMath.log1p((double) each[i][1]);
            numbers[i][2] = StrictMath.log1p((double) all[0] - (counted ? each[i][0] : 0));
            numbers[i][3] = StrictMath.log1p((double) all[1] - (counted ? each[i][1] : 0));
            numbers[i][4] = beside;
        }
        return numbers;
    }
}
