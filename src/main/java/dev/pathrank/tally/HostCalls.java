package dev.pathrank.tally;

import dev.pathrank.pattern.tree.PathTree;
import dev.pathrank.text.Shortened;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counted rows of a host.
 *
 * @param host printable, cut where it is longer than a name can be; {@code *} for hosts that were not kept apart
 * @param calls counted rows
 */
public record HostCalls(String host, long calls) {
    /** Characters of a host name, by RFC 1035. */
    static final int LONGEST = 253;

    static List<HostCalls> of(PathTree<LeafTally> answered, PathTree<LeafTally> failed, int most) {
        Map<String, Long> calls = new TreeMap<>();
        for (PathTree<LeafTally> tree : List.of(answered, failed)) {
            tree.root().children(host -> calls.merge(host.printable(), host.calls(), Long::sum));
        }
        return calls.entrySet().stream()
                .map(host -> new HostCalls(Shortened.of(host.getKey(), LONGEST), host.getValue()))
                .sorted(Comparator.comparingLong(HostCalls::calls).reversed().thenComparing(HostCalls::host))
                .limit(most)
                .toList();
    }
}
