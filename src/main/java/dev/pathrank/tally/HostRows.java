package dev.pathrank.tally;

import dev.pathrank.pattern.tree.PathTree;
import dev.pathrank.text.Shortened;
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
    /** Characters of a host name, by RFC 1035. */
    static final int LONGEST = 253;

    static List<HostRows> of(PathTree<LeafTally> answered, PathTree<LeafTally> failed, int most) {
        Map<String, Long> rows = new TreeMap<>();
        for (PathTree<LeafTally> tree : List.of(answered, failed)) {
            tree.root().children(host -> rows.merge(host.printable(), host.rows(), Long::sum));
        }
        return rows.entrySet().stream()
                .map(host -> new HostRows(Shortened.of(host.getKey(), LONGEST), host.getValue()))
                .sorted(Comparator.comparingLong(HostRows::rows).reversed().thenComparing(HostRows::host))
                .limit(most)
                .toList();
    }
}
