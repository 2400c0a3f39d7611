package dev.pathrank.pattern.learn.features;

import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The distribution of rows over what follows a segment: next tokens (the methods and segments directly after it), later
 * tokens (one segment further on, whatever is between) and last tokens (two segments further on).
 *
 * <p>Tokens are kept in their order, so that sums over them are equal to the last bit however the tree was built.
 * Segments of opaque shapes are one token, so that two segments that stand for the same resource have the same
 * distribution.
 */
public final class ChildDistribution {
    private final Map<String, Long> next = new TreeMap<>();
    private final Map<String, Long> later = new TreeMap<>();
    private final Map<String, Long> last = new TreeMap<>();
    private long rows;

    /** Returns the distribution after several nodes, of the children that are looked at. */
    static <L extends Leaf<L>> ChildDistribution of(List<Node<L>> nodes, Predicate<Node<L>> looksAt) {
        ChildDistribution distribution = new ChildDistribution();
        for (Node<L> node : nodes) {
            NonEmptyChildren.forEach(node, looksAt, (child, slashes) -> distribution.add(child, looksAt));
        }
        return distribution;
    }

    private <L extends Leaf<L>> void add(Node<L> child, Predicate<Node<L>> looksAt) {
        long below = child.subtreeRows();
        rows += below;
        next.merge(token(child), below, Long::sum);
        if (!child.shape().isMethod()) {
            NonEmptyChildren.forEach(child, looksAt, (grandchild, slashes) -> {
                later.merge(token(grandchild), grandchild.subtreeRows(), Long::sum);
                if (!grandchild.shape().isMethod()) {
                    NonEmptyChildren.forEach(
                            grandchild,
                            looksAt,
                            (third, more) -> last.merge(token(third), third.subtreeRows(), Long::sum));
                }
            });
        }
    }

    private static <L extends Leaf<L>> String token(Node<L> node) {
        if (node.shape().isMethod()) {
            return node.name() + " ";
        }
        return node.shape().isOpaque() || node.isOverflow() ? "/" : node.name();
    }

    /** Returns the rows of everything below. */
    long rows() {
        return rows;
    }

    /** Returns the rows by next token. */
    public Map<String, Long> next() {
        return next;
    }

    /** Returns the rows by later token. */
    public Map<String, Long> later() {
        return later;
    }

    /** Returns the rows by last token. */
    Map<String, Long> last() {
        return last;
    }

    /** Returns the rows of a method that end at this segment. */
    public long ending(String method) {
        return next.getOrDefault(method + " ", 0L);
    }

    /** Returns the rows of all methods that end at this segment. */
    public long ending() {
        long sum = 0;
        for (Map.Entry<String, Long> entry : next.entrySet()) {
            if (entry.getKey().endsWith(" ")) {
                sum += entry.getValue();
            }
        }
        return sum;
    }

    /** Adds all counts of another distribution. */
    public void add(ChildDistribution other) {
        rows += other.rows;
        other.next.forEach((token, n) -> next.merge(token, n, Long::sum));
        other.later.forEach((token, n) -> later.merge(token, n, Long::sum));
        other.last.forEach((token, n) -> last.merge(token, n, Long::sum));
    }

    /** Returns the cosine of the angle between the square roots of two counts of tokens; 0 where one is empty. */
    static double cosine(Map<String, Long> a, Map<String, Long> b) {
        return cosine(a, sum(a), b, sum(b));
    }

    private static double cosine(Map<String, Long> a, long aSum, Map<String, Long> b, long bSum) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Map<String, Long> small = a.size() <= b.size() ? a : b;
        Map<String, Long> large = small == a ? b : a;
        double dot = 0;
        for (Map.Entry<String, Long> entry : small.entrySet()) {
            Long other = large.get(entry.getKey());
            if (other != null) {
                dot += Math.sqrt((double) entry.getValue() * other);
            }
        }
        return dot / Math.sqrt((double) aSum * bSum);
    }

    /** Returns how well two distributions match, 0 to 1, in next and later tokens. */
    public static double match(ChildDistribution a, ChildDistribution b) {
        double next = cosine(a.next, b.next);
        return a.later.isEmpty() && b.later.isEmpty() ? next : 0.6 * next + 0.4 * cosine(a.later, b.later);
    }

    /**
     * Returns the {@link #cosine} of some counts with the rest of a group.
     *
     * @param own counts, a part of {@code all}
     * @param all the counts of the group
     * @param allSum the sum of {@code all}
     */
    static double without(Map<String, Long> own, Map<String, Long> all, long allSum) {
        long ownSum = sum(own);
        if (ownSum == 0 || ownSum == allSum) {
            return 0;
        }
        double dot = 0;
        for (Map.Entry<String, Long> entry : own.entrySet()) {
            long n = entry.getValue();
            dot += Math.sqrt((double) n * (all.getOrDefault(entry.getKey(), 0L) - n));
        }
        return dot / Math.sqrt((double) ownSum * (allSum - ownSum));
    }

    /** Returns the sum of counts. */
    static long sum(Map<String, Long> counts) {
        long sum = 0;
        for (long n : counts.values()) {
            sum += n;
        }
        return sum;
    }
}
