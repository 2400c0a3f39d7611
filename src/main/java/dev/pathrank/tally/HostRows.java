package dev.pathrank.tally;

import dev.pathrank.pattern.tree.PathTree;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counted rows of a host.
 *
 * @param host printable; {@code *} for hosts that were not kept apart
 * @param rows counted rows
 */
public record HostRows(String host, long rows) {
    static List<HostRows> of(PathTree<LeafTally> answered, PathTree<LeafTally> failed, int most) {
        Map<String, Long> rows = new TreeMap<>();
        for (PathTree<LeafTally> tree : List.of(answered, failed)) {
            tree.root().children(host -> rows.merge(host.printable(), host.rows(), Long::sum));
        }
        return rows.entrySet().stream()
                .map(host -> new HostRows(host.getKey(), host.getValue()))
                .sorted(Comparator.comparingLong(HostRows::rows).reversed().thenComparing(HostRows::host))
                .limit(most)
                .toList();
    }
}
