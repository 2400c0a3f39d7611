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
 * All routes that were declared. Patterns that differ only in the names of their placeholders are one pattern, with the
 * names that came first; a method that is declared again for a pattern is left out.
 */
public final class DeclaredRoutes {
    /** No routes. */
    public static final DeclaredRoutes NONE = new DeclaredRoutes();

    private final List<DeclaredRoute> routes = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, Set<String>> methodsByPattern = new HashMap<>();

    private final Map<String, List<DeclaredRoute>> routesByPattern = new HashMap<>();

    private DeclaredRoutes() {}

    /**
     * Collects the routes of all files.
     *
     * @param stated patterns in printed form that the user stated elsewhere; their names of placeholders come first
     */
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
            leftOut.add(new LeftOut(route.origin(), shown, "a router never reaches it after " + first.origin()));
        }
    }

    /** Whether no route was declared. */
    public boolean isEmpty() {
        return routes.isEmpty();
    }

    /** Returns the routes that the files hold and that are left out, with the reasons. */
    public List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Returns every route as a pattern for matching requests. */
    public List<StatedPattern> stated() {
        return routes.stream().map(DeclaredRoute::stated).toList();
    }

    /**
     * Whether requests of a method to a pattern are declared. A GET route declares HEAD too, and any route of a pattern
     * declares OPTIONS.
     */
    public boolean declares(String method, String pattern) {
        return methodsByPattern.getOrDefault(pattern, Set.of()).stream()
                .anyMatch(declared -> StatedPattern.accepts(declared, method));
    }

    /**
     * Returns the facts of the route of a method and pattern, else of another route that accepts the method, else
     * {@link RouteFacts#NONE}.
     */
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
     * Returns the routes, each as a list of the patterns by which it may be called: a document with several servers
     * declares a route below each of them. HEAD and OPTIONS are no routes of their own where a route of another method
     * accepts them.
     */
    public List<List<DeclaredRoute>> alternatives() {
        Map<Key, List<DeclaredRoute>> alternatives = new LinkedHashMap<>();
        for (DeclaredRoute route : routes) {
            if (!isAcceptedByAnother(route)) {
                alternatives
                        .computeIfAbsent(Key.of(route), key -> new ArrayList<>())
                        .add(route);
            }
        }
        Collection<List<DeclaredRoute>> groups = alternatives.values();
        return groups.stream().map(List::copyOf).toList();
    }

    private boolean isAcceptedByAnother(DeclaredRoute route) {
        return methodsByPattern.getOrDefault(route.pattern(), Set.of()).stream()
                .anyMatch(other -> !other.equals(route.method())
                        && !other.equals("OPTIONS")
                        && StatedPattern.accepts(other, route.method()));
    }

    /** The properties that the alternatives of one route have in common. */
    private record Key(Origin origin, String method, String belowBase) {
        static Key of(DeclaredRoute route) {
            String below = route.pattern().substring(route.base().length());
            return new Key(route.origin(), route.method(), below.isEmpty() ? "/" : below);
        }
    }
}
