package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What follows a segment: how many calls end here by each method, go on with each segment, and do so one segment later whatever stands between.
 *
 * <p>Tokens stand in their order, so that sums over them come out the same to the last bit however the tree was built. Values of opaque shapes count as one, so that two segments that stand for the same resource have the same profile.
 */
final class ChildDistribution {
    private final Map<String, Long> next = new TreeMap<>();
    private final Map<String, Long> later = new TreeMap<>();
    private final Map<String, Long> last = new TreeMap<>();
    private long calls;

    static <L extends Leaf<L>> ChildDistribution of(List<Node<L>> nodes, Predicate<Node<L>> looksAt) {
        ChildDistribution profile = new ChildDistribution();
        for (Node<L> node : nodes) {
            NonEmptyChildren.forEach(node, looksAt, (child, slashes) -> profile.add(child, looksAt));
        }
        return profile;
    }

    private <L extends Leaf<L>> void add(Node<L> child, Predicate<Node<L>> looksAt) {
        long below = child.subtreeCalls();
        calls += below;
        next.merge(token(child), below, Long::sum);
        if (!child.shape().isMethod()) {
            NonEmptyChildren.forEach(child, looksAt, (grandchild, slashes) -> {
                later.merge(token(grandchild), grandchild.subtreeCalls(), Long::sum);
                if (!grandchild.shape().isMethod()) {
                    NonEmptyChildren.forEach(
                            grandchild,
                            looksAt,
                            (third, more) -> last.merge(token(third), third.subtreeCalls(), Long::sum));
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

    long calls() {
        return calls;
    }

    Map<String, Long> next() {
        return next;
    }

    Map<String, Long> later() {
        return later;
    }

    /** Two segments later. */
    Map<String, Long> last() {
        return last;
    }

    /** Calls that end here with that method. */
    long ending(String method) {
        return next.getOrDefault(method + " ", 0L);
    }

    /** Calls that end here. */
    long ending() {
        long sum = 0;
        for (Map.Entry<String, Long> entry : next.entrySet()) {
            if (entry.getKey().endsWith(" ")) {
                sum += entry.getValue();
            }
        }
        return sum;
    }

    void add(ChildDistribution other) {
        calls += other.calls;
        other.next.forEach((token, n) -> next.merge(token, n, Long::sum));
        other.later.forEach((token, n) -> later.merge(token, n, Long::sum));
        other.last.forEach((token, n) -> last.merge(token, n, Long::sum));
    }

    /** Cosine of the angle between two counts of tokens, each damped by its square root; 0 where one is empty. */
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

    /** How alike two profiles are, 0 to 1. */
    static double match(ChildDistribution a, ChildDistribution b) {
        double next = cosine(a.next, b.next);
        return a.later.isEmpty() && b.later.isEmpty() ? next : 0.6 * next + 0.4 * cosine(a.later, b.later);
    }

    /**
     * {@link #cosine} of some counts and of all others.
     *
     * @param all counts that {@code own} is a part of, {@code allSum} their sum
     */
    static double without(Map<String, Long> own, Map<String, Long> all, long allSum) {
        long ownSum = sum(own);
        if (ownSum == 0 || ownSum == allSum) {
            return 0;
        }
        double dot = 0;
        for (Map.Entry<String, Long> entry : own.entrySet()) {
            long n = entry.getValue();
            dot += Math.sqrt((double) n * (all.get(entry.getKey()) - n));
        }
        return dot / Math.sqrt((double) ownSum * (allSum - ownSum));
    }

    static long sum(Map<String, Long> counts) {
        long sum = 0;
        for (long n : counts.values()) {
            sum += n;
        }
        return sum;
    }
}
