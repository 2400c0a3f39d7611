package dev.pathrank.plan.route;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The endpoints that a cache behaviour takes although it was made for another path: its {@code *} also crosses slashes,
 * so that <code>/user/*</code> for {@code /user/<id>} takes {@code /user/<id>/orders} too.
 */
public final class BehaviourReach {
    private final SortedMap<String, PathWildcard> wildcards = new TreeMap<>();

    /** @param patterns of the endpoints that could be taken, such as {@code /user/<id>} */
    public BehaviourReach(Collection<String> patterns) {
        patterns.forEach(pattern -> wildcards.computeIfAbsent(pattern, PathWildcard::of));
    }

    /**
     * Returns the other patterns all of whose paths the behaviour for {@code pattern} takes, in the order of their
     * text.
     */
    public List<String> alsoTaken(String pattern) {
        PathWildcard behaviour = PathWildcard.of(pattern);
        if (!behaviour.hasStar()) {
            return List.of();
        }
        String prefix = behaviour.prefix();
        return wildcards.subMap(prefix, prefix + Character.MAX_VALUE).entrySet().stream()
                .filter(other -> !other.getKey().equals(pattern))
                .filter(other -> behaviour.contains(other.getValue()))
                .map(other -> other.getKey())
                .toList();
    }
}
