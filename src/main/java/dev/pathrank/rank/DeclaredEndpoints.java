package dev.pathrank.rank;

import dev.pathrank.pattern.stated.StatedPattern;
import dev.pathrank.pattern.stated.routes.DeclaredRoute;
import dev.pathrank.pattern.stated.routes.DeclaredRoutes;
import dev.pathrank.pattern.stated.routes.RouteFacts;
import dev.pathrank.tally.EndpointStats;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user declared, held against what was called.
 *
 * @param routes what was declared
 * @param filtered whether filters other than those of time left rows out, so that a call may have been among them
 */
public record DeclaredEndpoints(DeclaredRoutes routes, boolean filtered) {
    /** Nothing is declared. */
    public static final DeclaredEndpoints NONE = new DeclaredEndpoints(DeclaredRoutes.NONE, false);

    /** What is called only once a month is not seen in less. */
    private static final int PROOF_DAYS = 30;

    /** Whether the endpoint is declared. */
    boolean has(EndpointStats stats) {
        return routes.declares(stats.method(), stats.pattern());
    }

    /** What people know of the endpoint beside its route. */
    public RouteFacts facts(EndpointStats stats) {
        return routes.facts(stats.method(), stats.pattern());
    }

    /** 1 where the user says that it handles sign-in or personal data, else 0. */
    double sensitivity(EndpointStats stats) {
        return facts(stats).sensitive() ? 1 : 0;
    }

    /** Returns the ease that the stated complexity means, 1 (trivial) to 0; null where nobody said. */
    @Nullable
    Double ease(EndpointStats stats) {
        OptionalInt complexity = facts(stats).complexity();
        return complexity.isPresent() ? 1 - (double) complexity.getAsInt() / RouteFacts.MOST_COMPLEX : null;
    }

    /** Routes that were declared, each once, however many servers it has. */
    public int count() {
        return routes.alternatives().size();
    }

    /** Every route that none of these endpoints is: one for each method and pattern, and for a route of any method one with the method {@code *}. */
    List<EndpointStats> unused(List<EndpointStats> called) {
        Map<String, Set<String>> methodsByPattern = new HashMap<>();
        called.forEach(stats -> methodsByPattern
                .computeIfAbsent(stats.pattern(), key -> new HashSet<>())
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

    /** Why an unused route is said to be so, and how sure that is. */
    String whyUnused(Window window) {
        long days = window.days();
        return String.format(Locale.ROOT, "never called in the %,d day%s of the logs", days, days == 1 ? "" : "s")
                + (days < PROOF_DAYS ? ReasonText.SEPARATOR + "not proven: under " + PROOF_DAYS + " days" : "")
                + (filtered ? ReasonText.SEPARATOR + "not proven: filters left calls out" : "");
    }
}
