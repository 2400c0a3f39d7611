package dev.pathrank.plan;

import dev.pathrank.rank.TieBreak;
import dev.pathrank.tally.EndpointStats;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The function that answers for each endpoint that moves: the function of a GET answers its HEAD, too. Preflights
 * (OPTIONS) need no function: an HTTP API and a function URL answer them by their CORS configuration, and a REST API
 * hands them on to the present origin.
 *
 * @param <R> an endpoint with its target
 */
public final class AnsweringFunctions<R> {
    /** GET before all others. */
    private static final Comparator<EndpointStats> GET_FIRST = Comparator.comparing(
                    (EndpointStats stats) -> !stats.method().equals("GET"))
            .thenComparing(EndpointStats::method, TieBreak.UTF8_BYTES);

    private final Function<R, EndpointStats> stats;
    private final Function<R, Target> target;
    private final Map<Place, List<R>> byPlace = new HashMap<>();

    /** What one function can answer for. */
    private record Place(String host, String pattern, Target target) {}

    AnsweringFunctions(Collection<R> moving, Function<R, EndpointStats> stats, Function<R, Target> target) {
        this.stats = stats;
        this.target = target;
        moving.stream()
                .filter(row -> target.apply(row).isLambda())
                .sorted(Comparator.comparing(stats, GET_FIRST))
                .forEach(row -> byPlace.computeIfAbsent(place(row), place -> new ArrayList<>())
                        .add(row));
    }

    /** Returns the functions of a plan. */
    public static AnsweringFunctions<PlannedEndpoint> of(Plan plan) {
        return new AnsweringFunctions<>(
                plan.moving(), row -> row.ranked().stats(), row -> row.target().target());
    }

    private Place place(R row) {
        return new Place(stats.apply(row).host(), stats.apply(row).pattern(), target.apply(row));
    }

    /** Returns the endpoint whose function answers; null where none does. */
    public @Nullable R of(R row) {
        Target to = target.apply(row);
        String method = stats.apply(row).method();
        boolean preflight = method.equals("OPTIONS");
        if (!to.isLambda() || preflight && to.isGateway()) {
            return null;
        }
        boolean ofGet = method.equals("HEAD");
        boolean ofAny = preflight && to == Target.FUNCTION_URL;
        return byPlace.getOrDefault(place(row), List.of()).stream()
                .filter(other -> ofGet && stats.apply(other).method().equals("GET") || ofAny)
                .findFirst()
                .orElse(row);
    }
}
