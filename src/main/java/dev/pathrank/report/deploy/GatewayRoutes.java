package dev.pathrank.report.deploy;

import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.route.GatewayPaths;
import dev.pathrank.rank.TieBreak;
import dev.pathrank.report.openapi.PathTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The endpoints as routes of one API of API Gateway, by the rules of {@link GatewayPaths}; siblings use the same name
 * for their path parameter.
 *
 * @param routes in the order of patterns and methods, by UTF-8 bytes
 * @param leftOut endpoints without a route, each with the reason
 */
public record GatewayRoutes(List<Route> routes, List<String> leftOut) {
    /** The order of patterns and methods, by UTF-8 bytes. */
    public static final Comparator<PlannedEndpoint> BY_PATTERN = Comparator.comparing(
                    (PlannedEndpoint row) -> row.ranked().stats().pattern(), TieBreak.UTF8_BYTES)
            .thenComparing(row -> row.ranked().stats().method(), TieBreak.UTF8_BYTES);

    public GatewayRoutes {
        routes = List.copyOf(routes);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A route.
     *
     * @param path such as <code>/user/{user_id}</code> or <code>/files/{file_path+}</code>
     * @param parameters names of its variables, without the sign for several segments
     */
    public record Route(String path, List<String> parameters, PlannedEndpoint row) {
        public Route {
            parameters = List.copyOf(parameters);
        }

        /** Returns the method of its endpoint. */
        public String method() {
            return row.ranked().stats().method();
        }
    }

    /**
     * Returns the routes of the endpoints whose target is API Gateway.
     *
     * @param rest whether a REST API must accept them, which has one variable at a place
     */
    static GatewayRoutes of(List<PlannedEndpoint> rows, boolean rest) {
        Builder builder = new Builder(rest);
        rows.stream()
                .filter(row -> row.target().target().isGateway())
                .sorted(BY_PATTERN)
                .forEach(builder::add);
        return new GatewayRoutes(builder.routes, builder.leftOut);
    }

    private static final class Builder {
        private final boolean rest;
        private final GatewayPaths paths;
        private final List<Route> routes = new ArrayList<>();
        private final List<String> leftOut = new ArrayList<>();
        /** Parameters by the path before them, so that siblings use one name. */
        private final Map<String, PathTemplate.Parameter> parameters = new HashMap<>();

        Builder(boolean rest) {
            this.rest = rest;
            this.paths = new GatewayPaths(rest);
        }

        void add(PlannedEndpoint row) {
            String pattern = row.ranked().stats().pattern();
            String reason = paths.add(row.ranked().stats().method(), pattern);
            if (reason.isEmpty()) {
                routes.add(route(row, pattern.substring(1).split("/", -1), PathTemplate.of(pattern)));
            } else {
                leftOut.add(PlanDocument.name(row) + ": " + reason);
            }
        }

        private Route route(PlannedEndpoint row, String[] segments, PathTemplate template) {
            StringBuilder path = new StringBuilder();
            StringBuilder shape = new StringBuilder();
            List<String> names = new ArrayList<>();
            for (String segment : segments) {
                path.append('/');
                shape.append('/');
                if (!segment.startsWith("<")) {
                    path.append(segment);
                    shape.append(segment);
                    continue;
                }
                PathTemplate.Parameter wanted = template.parameters().get(names.size());
                String place = rest || !wanted.rest() ? shape.toString() : shape + "+";
                PathTemplate.Parameter known = parameters.computeIfAbsent(place, at -> unlike(names, wanted));
                names.add(known.name());
                path.append('{')
                        .append(known.name())
                        .append(known.rest() ? "+" : "")
                        .append('}');
                shape.append(known.rest() ? "{+}" : "{}");
            }
            return new Route(path.toString(), names, row);
        }

        private static PathTemplate.Parameter unlike(List<String> names, PathTemplate.Parameter parameter) {
            Set<String> used = new HashSet<>(names);
            String name = parameter.name();
            for (int number = 2; used.contains(name); number++) {
                name = parameter.name() + "_" + number;
            }
            return new PathTemplate.Parameter(name, parameter.kind(), parameter.rest());
        }
    }
}
