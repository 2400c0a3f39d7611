package dev.pathrank.tally;

import dev.pathrank.pattern.tree.PathTree;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counted rows of a host.
 *
 * @param host printable; {@code *} for hosts that were not kept apart
 * @param calls counted rows
 */
public record HostCalls(String host, long calls) {
    static List<HostCalls> of(PathTree<LeafTally> answered, PathTree<LeafTally> failed, int most) {
        Map<String, Long> calls = new TreeMap<>();
        for (PathTree<LeafTally> tree : List.of(answered, failed)) {
            tree.root().children(host -> calls.merge(host.printable(), host.calls(), Long::sum));
        }
        return calls.entrySet().stream()
                .map(host -> new HostCalls(host.getKey(), host.getValue()))
                .sorted(Comparator.comparingLong(HostCalls::calls).reversed().thenComparing(HostCalls::host))
                .limit(most)
                .toList();
    }
}
