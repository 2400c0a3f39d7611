package dev.pathrank.report.deploy;

import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Target;
import dev.pathrank.rank.TieBreak;
import dev.pathrank.report.openapi.PathTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The endpoints as routes of API Gateway: a variable is a whole segment, one that takes several segments is the last,
 * siblings use the same name for their variable, and a literal holds letters, digits and {@code _-.,:} only.
 *
 * @param routes in the order of patterns and methods, by UTF-8 bytes
 * @param leftOut endpoints without a route, each with the reason
 */
record GatewayRoutes(List<Route> routes, List<String> leftOut) {
    static final Comparator<PlannedEndpoint> BY_PATTERN = Comparator.comparing(
                    (PlannedEndpoint row) -> row.ranked().stats().pattern(), TieBreak.UTF8_BYTES)
            .thenComparing(row -> row.ranked().stats().method(), TieBreak.UTF8_BYTES);

    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH");
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9_.,:-]*");
    private static final Pattern VARIABLE = Pattern.compile("<[^<>]*>");

    GatewayRoutes {
        routes = List.copyOf(routes);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A route.
     *
     * @param path such as <code>/user/{user_id}</code> or <code>/files/{file_path+}</code>
     * @param parameters names of its variables, without the sign for several segments
     */
    record Route(String path, List<String> parameters, PlannedEndpoint row) {
        Route {
            parameters = List.copyOf(parameters);
        }

        String method() {
            return row.ranked().stats().method();
        }
    }

    static boolean isTarget(PlannedEndpoint row) {
        return row.target().target() == Target.HTTP_API || row.target().target() == Target.REST_API;
    }

    /**
     * Returns the routes of the endpoints whose target is API Gateway.
     *
     * @param rest whether a REST API must accept them, which has one variable at a place
     */
    static GatewayRoutes of(List<PlannedEndpoint> rows, boolean rest) {
        Builder builder = new Builder(rest);
        rows.stream().filter(GatewayRoutes::isTarget).sorted(BY_PATTERN).forEach(builder::add);
        return new GatewayRoutes(builder.routes, builder.leftOut);
    }

    private static final class Builder {
        private final boolean rest;
        private final List<Route> routes = new ArrayList<>();
        private final List<String> leftOut = new ArrayList<>();
        /** Variables by the path before them: their name, and whether they take several segments. */
        private final Map<String, PathTemplate.Parameter> variables = new HashMap<>();

        private final Map<String, String> taken = new HashMap<>();

        Builder(boolean rest) {
            this.rest = rest;
        }

        void add(PlannedEndpoint row) {
            String reason = reasonAgainst(row);
            if (!reason.isEmpty()) {
                leftOut.add(PlanDocument.name(row) + ": " + reason);
            }
        }

        /** Adds the route, or returns why it cannot be one; empty where it was added. */
        private String reasonAgainst(PlannedEndpoint row) {
            String pattern = row.ranked().stats().pattern();
            String method = row.ranked().stats().method();
            if (!METHODS.contains(method)) {
                return "API Gateway does not support the method " + method;
            }
            String[] segments = pattern.substring(1).split("/", -1);
            for (int at = 0; at < segments.length; at++) {
                String segment = segments[at];
                boolean variable = VARIABLE.matcher(segment).matches();
                if (!variable && segment.contains("<")) {
                    return "a path parameter of API Gateway must be a whole segment, unlike " + segment;
                }
                if (!variable && !LITERAL.matcher(segment).matches()) {
                    return "API Gateway allows letters, digits and _-.,: in a path, unlike " + segment;
                }
                if (segment.endsWith("+>") && at < segments.length - 1) {
                    return "a path parameter of several segments must come last";
                }
            }
            return placed(row, segments, PathTemplate.of(pattern).parameters());
        }

        private String placed(PlannedEndpoint row, String[] segments, List<PathTemplate.Parameter> wanted) {
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
                PathTemplate.Parameter parameter = wanted.get(names.size());
                String place = rest || !parameter.rest() ? shape.toString() : shape + "+";
                PathTemplate.Parameter known = variables.computeIfAbsent(place, at -> unlike(names, parameter));
                if (known.rest() != parameter.rest()) {
                    return "a REST API allows one path parameter per position, which is " + path + "{" + known.name()
                            + (known.rest() ? "+" : "") + "}";
                }
                names.add(known.name());
                path.append('{')
                        .append(known.name())
                        .append(known.rest() ? "+" : "")
                        .append('}');
                shape.append(known.rest() ? "{+}" : "{}");
            }
            String key = row.ranked().stats().method() + " " + shape;
            String before = taken.putIfAbsent(key, PlanDocument.name(row));
            if (before != null) {
                return "API Gateway cannot distinguish it from " + before;
            }
            routes.add(new Route(path.toString(), names, row));
            return "";
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
