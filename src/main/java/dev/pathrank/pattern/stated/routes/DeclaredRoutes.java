package dev.pathrank.pattern.stated.routes;

import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.pattern.stated.routes.DeclaredRoute.Origin;
import dev.pathrank.pattern.stated.routes.RouteFile.LeftOut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All routes that were declared. Patterns that differ only in the names of their placeholders are one, with the names that came first; a method declared
 * again for one is left out.
 */
public final class DeclaredRoutes {
    /** Nobody declared anything. */
    public static final DeclaredRoutes NONE = new DeclaredRoutes();

    private final List<DeclaredRoute> routes = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, Set<String>> methodsByPattern = new HashMap<>();

    private final Map<String, List<DeclaredRoute>> routesByPattern = new HashMap<>();

    private DeclaredRoutes() {}

    /** @param stated patterns that the user stated beside, whose names come first */
    public static DeclaredRoutes of(List<RouteFile> files, List<String> stated) {
        DeclaredRoutes all = new DeclaredRoutes();
        Map<String, String> patternByShape = new HashMap<>();
        stated.forEach(pattern -> patternByShape.putIfAbsent(StatedPattern.shape(pattern), pattern));
        Map<List<String>, DeclaredRoute> first = new HashMap<>();
        for (RouteFile file : files) {
            all.leftOut.addAll(file.leftOut());
            for (DeclaredRoute route : file.routes()) {
                String pattern =
                        patternByShape.computeIfAbsent(StatedPattern.shape(route.pattern()), shape -> route.pattern());
                all.add(route.withPattern(pattern), first);
            }
        }
        return all;
    }

    private void add(DeclaredRoute route, Map<List<String>, DeclaredRoute> firsts) {
        DeclaredRoute first = firsts.putIfAbsent(List.of(route.method(), route.pattern()), route);
        if (first == null) {
            routes.add(route);
            routesByPattern
                    .computeIfAbsent(route.pattern(), key -> new ArrayList<>())
                    .add(route);
            methodsByPattern
                    .computeIfAbsent(route.pattern(), key -> new HashSet<>())
                    .add(route.method());
        } else if (!first.origin().equals(route.origin())) {
            String shown = route.method() + " " + route.pattern();
            leftOut.add(new LeftOut(route.origin(), shown, "a router would never reach it after " + first.origin()));
        }
    }

    public boolean isEmpty() {
        return routes.isEmpty();
    }

    /** What was written and is not declared, with the reasons. */
    public List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Every route as a pattern for the tally. */
    public List<StatedPattern> stated() {
        return routes.stream().map(DeclaredRoute::stated).toList();
    }

    /** Whether requests of that method to that pattern are declared; HEAD is with its GET and OPTIONS with its path. */
    public boolean declares(String method, String pattern) {
        return methodsByPattern.getOrDefault(pattern, Set.of()).stream()
                .anyMatch(declared -> StatedPattern.accepts(declared, method));
    }

    /** What people know of requests of that method to that pattern: from the route of the method itself, else from one that accepts it. */
    public RouteFacts facts(String method, String pattern) {
        return routesByPattern.getOrDefault(pattern, List.of()).stream()
                .filter(route -> StatedPattern.accepts(route.method(), method))
                .min(Comparator.comparing(
                                (DeclaredRoute route) -> !route.method().equals(method))
                        .thenComparing(DeclaredRoute::method))
                .map(DeclaredRoute::facts)
                .orElse(RouteFacts.NONE);
    }

    /**
     * The routes one by one, each as the ways in which it may be called: a document with several servers declares one route below each of them. HEAD
     * and OPTIONS are no routes of their own where they only come with another method.
     */
    public List<List<DeclaredRoute>> alternatives() {
        Map<Key, List<DeclaredRoute>> alternatives = new LinkedHashMap<>();
        for (DeclaredRoute route : routes) {
            if (!comesWithAnother(route)) {
                alternatives
                        .computeIfAbsent(Key.of(route), key -> new ArrayList<>())
                        .add(route);
            }
        }
        Collection<List<DeclaredRoute>> groups = alternatives.values();
        return groups.stream().map(List::copyOf).toList();
    }

    private boolean comesWithAnother(DeclaredRoute route) {
        return methodsByPattern.get(route.pattern()).stream()
                .anyMatch(other -> !other.equals(route.method())
                        && !other.equals("OPTIONS")
                        && StatedPattern.accepts(other, route.method()));
    }

    /** What the alternatives of one route have in common. */
    private record Key(Origin origin, String method, String belowBase) {
        static Key of(DeclaredRoute route) {
            String below = route.pattern().substring(route.base().length());
            return new Key(route.origin(), route.method(), below.isEmpty() ? "/" : below);
        }
    }
}
