package dev.pathrank.rank;

import dev.pathrank.pattern.segment.QueryPath;
import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.pattern.stated.routes.DeclaredRoute;
import dev.pathrank.pattern.stated.routes.DeclaredRoutes;
import dev.pathrank.pattern.stated.routes.RouteFacts;
import dev.pathrank.tally.EndpointStats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The routes that the user declared, compared with what was called. A route has no query, so it declares a path with
 * every value of a query key.
 *
 * @param routes the declared routes
 * @param filtered whether filters other than those of time left rows out, so that a declared route may have been called
 *     unseen
 */
public record DeclaredEndpoints(DeclaredRoutes routes, boolean filtered) {
    /** Nothing is declared. */
    public static final DeclaredEndpoints NONE = new DeclaredEndpoints(DeclaredRoutes.NONE, false);

    /** Fewer days may miss a route that is called once a month. */
    private static final int PROOF_DAYS = 30;

    /** Returns whether the endpoint is declared. */
    boolean has(EndpointStats stats) {
        return routes.declares(stats.method(), QueryPath.path(stats.pattern()));
    }

    /** Returns what people know of the endpoint besides its route. */
    public RouteFacts facts(EndpointStats stats) {
        return routes.facts(stats.method(), QueryPath.path(stats.pattern()));
    }

    /** 1 where the user says that it handles sign-in or personal data, else 0. */
    double sensitivity(EndpointStats stats) {
        return facts(stats).sensitive() ? 1 : 0;
    }

    /** Returns the ease that the stated complexity means, 1 (trivial) to 0; null where nobody said. */
    @Nullable
    Double ease(EndpointStats stats) {
        Integer complexity = facts(stats).complexity();
        return complexity != null ? 1 - (double) complexity / RouteFacts.MOST_COMPLEX : null;
    }

    /** Returns the number of declared routes, each once, however many servers it has. */
    public int count() {
        return routes.alternatives().size();
    }

    /**
     * Returns every declared route that matches none of these endpoints: one for each method and pattern; the method is
     * {@code *} where a route is declared for any.
     */
    List<EndpointStats> unused(List<EndpointStats> called) {
        Map<String, Set<String>> methodsByPattern = new HashMap<>();
        called.forEach(stats -> methodsByPattern
                .computeIfAbsent(QueryPath.path(stats.pattern()), key -> new HashSet<>())
                .add(stats.method()));
        return routes.alternatives().stream()
                .filter(ways -> ways.stream().noneMatch(way -> isCalled(way, methodsByPattern)))
                .map(ways -> ways.get(0))
                .map(route -> EndpointStats.neverCalled(route.method(), route.pattern(), variables(route.pattern())))
                .toList();
    }

    private static boolean isCalled(DeclaredRoute route, Map<String, Set<String>> methodsByPattern) {
        Set<String> methods = methodsByPattern.getOrDefault(route.pattern(), Set.of());
        return methods.contains(route.method())
                || route.method().equals(StatedPattern.ANY_METHOD) && !methods.isEmpty();
    }

    private static int variables(String pattern) {
        return (int) pattern.chars().filter(c -> c == '<').count();
    }

    /** Returns the reason of an unused route, and how certain it is. */
    List<Reason> whyUnused(Window window) {
        WindowLength length = window.length();
        List<String> words = new ArrayList<>();
        words.add(String.format(Locale.ROOT, "never called in the %,d %s of the logs", length.count(), length.units()));
        if (window.days() < PROOF_DAYS) {
            words.add("not proven: under " + PROOF_DAYS + " days");
        }
        if (filtered) {
            words.add("not proven: filters left out calls");
        }
        return words.stream()
                .map(each -> new Reason(Reason.Kind.NO_CANDIDATE, each))
                .toList();
    }
}
