package dev.pathrank.report.deploy;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The function that answers for each endpoint that moves: the function of a GET answers its HEAD, too. Preflights
 * (OPTIONS) need no function: an HTTP API and a function URL answer them by their CORS configuration, and a REST API
 * hands them on to the present origin.
 */
public final class AnsweringFunctions {
    /** GET before all others. */
    private static final Comparator<PlannedEndpoint> GET_FIRST = Comparator.comparing(
                    (PlannedEndpoint row) -> !method(row).equals("GET"))
            .thenComparing(GatewayRoutes.BY_PATTERN);

    private final Map<String, List<PlannedEndpoint>> byPattern = new HashMap<>();

    private AnsweringFunctions() {}

    /** Returns the functions of a plan. */
    public static AnsweringFunctions of(Plan plan) {
        AnsweringFunctions functions = new AnsweringFunctions();
        plan.moving().stream()
                .filter(row -> row.target().target().isLambda())
                .sorted(GET_FIRST)
                .forEach(row -> functions
                        .byPattern
                        .computeIfAbsent(row.ranked().stats().pattern(), pattern -> new ArrayList<>())
                        .add(row));
        return functions;
    }

    /** Returns the endpoint whose function answers; null where none does. */
    public @Nullable PlannedEndpoint of(PlannedEndpoint row) {
        if (!row.target().target().isLambda()) {
            return null;
        }
        if (method(row).equals("OPTIONS") && ApiKind.of(row) != null) {
            return null;
        }
        boolean head = method(row).equals("HEAD");
        boolean preflight = method(row).equals("OPTIONS") && row.target().target() == Target.FUNCTION_URL;
        return byPattern.getOrDefault(row.ranked().stats().pattern(), List.of()).stream()
                .filter(other -> head && method(other).equals("GET") || preflight)
                .filter(other ->
                        other.target().target() == row.target().target() && ApiKind.of(other) == ApiKind.of(row))
                .findFirst()
                .orElse(row);
    }

    private static String method(PlannedEndpoint row) {
        return row.ranked().stats().method();
    }
}
