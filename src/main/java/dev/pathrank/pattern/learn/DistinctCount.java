package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.learn.features.PatternPrefix;
import dev.pathrank.pattern.learn.features.Sibling;
import dev.pathrank.pattern.tree.ChildGroup;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The number of distinct segments that a placeholder stands for: exact where all names were kept, else estimated from
 * the names with the smallest hashes. Of k names kept out of n, the k-th smallest hash is at about k/n of the range, so
 * n is about k divided by that position. With 16 names kept the estimate is within a quarter in two cases of three,
 * with 8 within two fifths.
 */
final class DistinctCount {
    private static final double RANGE = 0x1p64;

    private DistinctCount() {}

    /**
     * Counts the distinct segments.
     *
     * @param prefix the pattern prefix before the segments
     * @param values the segments that the placeholder stands for
     */
    static <L extends Leaf<L>> long of(PatternPrefix<L> prefix, List<Sibling<L>> values) {
        Set<Integer> kinds = new TreeSet<>();
        values.forEach(value -> kinds.add(value.kind()));
        long sum = 0;
        for (int kind : kinds) {
            sum += ofKind(prefix, kind, values);
        }
        return sum;
    }

    /**
     * Counts the distinct values of each placeholder of a template. Where not all segments have names, a placeholder
     * whose values repeat in those that do has few, and one whose values hardly repeat has about as many more as there
     * are segments without names.
     *
     * @param distinct the number of distinct segments
     */
    static <L extends Leaf<L>> List<Long> ofPlaceholders(
            SegmentTemplate template, List<Sibling<L>> values, long distinct) {
        int placeholders = template.placeholders();
        if (placeholders == 1) {
            return List.of(distinct);
        }
        List<Set<String>> texts = new ArrayList<>();
        for (int i = 0; i < placeholders; i++) {
            texts.add(new HashSet<>());
        }
        Set<String> names = new HashSet<>();
        values.stream().filter(value -> !value.isOverflow()).forEach(value -> {
            List<String> found = template.values(value.name());
            names.add(value.name());
            for (int i = 0; i < found.size(); i++) {
                texts.get(i).add(found.get(i));
            }
        });
        List<Long> counts = new ArrayList<>();
        for (Set<String> each : texts) {
            boolean repeats = 2 * each.size() < names.size();
            long all = names.isEmpty() ? distinct : Math.round((double) distinct * each.size() / names.size());
            counts.add(Math.max(1, repeats ? each.size() : all));
        }
        return counts;
    }

    private static <L extends Leaf<L>> long ofKind(PatternPrefix<L> prefix, int kind, List<Sibling<L>> values) {
        boolean complete = true;
        long limit = -1;
        for (Node<L> node : prefix.nodes()) {
            for (ChildGroup<L> group = node.groups(); group != null; group = group.next()) {
                if (group.kind() == kind && group.overflow() != null) {
                    complete = false;
                    long last = group.named() == 0 ? 0 : group.last(node).hash();
                    limit = Long.compareUnsigned(last, limit) < 0 ? last : limit;
                }
            }
        }
        Set<String> named = new HashSet<>();
        long below = 0;
        for (Sibling<L> value : values) {
            if (value.kind() == kind && !value.isOverflow() && named.add(value.name())) {
                below += Long.compareUnsigned(value.nodes().get(0).hash(), limit) < 0 ? 1 : 0;
            }
        }
        if (complete || limit == 0) {
            return complete ? named.size() : named.size() + 1L;
        }
        double part = ((limit >>> 1) + 1) * 2.0 / RANGE;
        return Math.max(named.size() + 1L, Math.round(below / part));
    }
}
