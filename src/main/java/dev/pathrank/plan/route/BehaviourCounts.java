package dev.pathrank.plan.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cache behaviours that a switch by behaviours needs, for the endpoints up to each place of a sequence: one for
 * each path that moves, and a guard for each path that stays and that a wildcard of a moved path would take.
 */
public final class BehaviourCounts {
    private final Map<PathWildcard, List<PathWildcard>> guardedAgainst = new HashMap<>();
    private final Set<PathWildcard> moved = new HashSet<>();
    private final Map<PathWildcard, Integer> guards = new HashMap<>();

    /** @param called the patterns of everything that was called and has an origin, moved or not */
    public BehaviourCounts(List<String> called) {
        TreeSet<PathWildcard> paths = new TreeSet<>((a, b) -> a.text().compareTo(b.text()));
        called.forEach(pattern -> paths.add(PathWildcard.of(pattern)));
        for (PathWildcard path : paths) {
            List<PathWildcard> taken = new ArrayList<>();
            if (path.hasStar()) {
                for (PathWildcard other : paths) {
                    if (needsGuard(path, other)) {
                        taken.add(other);
                    }
                }
            }
            guardedAgainst.put(path, taken);
        }
    }

    private static boolean needsGuard(PathWildcard moved, PathWildcard staying) {
        return switch (moved.relationTo(staying)) {
            case TAKES_ALL -> true;
            case TAKES_SOME -> PathWildcard.MOST_SPECIFIC_FIRST.compare(staying, moved) < 0;
            case SAME, TAKEN, TAKES_NONE -> false;
        };
    }

    /** Moves a pattern, and returns the behaviours that are needed then. */
    public long move(String pattern) {
        PathWildcard path = PathWildcard.of(pattern);
        if (moved.add(path)) {
            guards.remove(path);
            guardedAgainst.getOrDefault(path, List.of()).stream()
                    .filter(other -> !moved.contains(other))
                    .forEach(other -> guards.merge(other, 1, Integer::sum));
        }
        return (long) moved.size() + guards.size();
    }
}
