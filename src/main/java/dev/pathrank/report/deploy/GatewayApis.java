package dev.pathrank.report.deploy;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.route.GatewayPaths;
import dev.pathrank.report.deploy.GatewayRoutes.Route;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The APIs of API Gateway that a plan needs: one of each kind, and further ones where an API would have more routes,
 * integrations or resources than its quota.
 *
 * <p>Endpoints are divided in the order in which they move, and all methods of a path stay together. So an endpoint has
 * the same API in the documents of all waves.
 *
 * @param apis in the order in which they are needed
 * @param leftOut endpoints without a route, each with the reason
 */
public record GatewayApis(List<Api> apis, List<String> leftOut) {
    /**
     * Routes and integrations of an HTTP API, and resources of a REST API, less the one that leads to the present
     * origin, or the two of a REST API (Amazon API Gateway developer guide, "Quotas", 2026: 300 each).
     */
    private static final int MOST = 298;

    public GatewayApis {
        apis = List.copyOf(apis);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One API.
     *
     * @param id of its origin, such as {@code http-api} or {@code http-api-2}
     * @param routes of all waves
     */
    public record Api(String id, ApiKind kind, List<Route> routes) {
        public Api {
            routes = List.copyOf(routes);
        }
    }

    /** Returns the APIs for everything that moves. */
    public static GatewayApis of(Plan plan) {
        Map<ApiKind, Map<String, List<PlannedEndpoint>>> byPath = new EnumMap<>(ApiKind.class);
        for (PlannedEndpoint row : plan.moving()) {
            ApiKind kind = ApiKind.of(row);
            if (kind != null) {
                byPath.computeIfAbsent(kind, each -> new LinkedHashMap<>())
                        .computeIfAbsent(row.ranked().stats().pattern(), path -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Api> apis = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        byPath.forEach((kind, paths) -> {
            List<List<PlannedEndpoint>> parts = divided(paths.values(), kind);
            for (int at = 0; at < parts.size(); at++) {
                GatewayRoutes routes = GatewayRoutes.of(parts.get(at), kind == ApiKind.REST);
                apis.add(new Api(kind.origin(at + 1), kind, routes.routes()));
                leftOut.addAll(routes.leftOut());
            }
        });
        return new GatewayApis(apis, leftOut);
    }

    private static List<List<PlannedEndpoint>> divided(Iterable<List<PlannedEndpoint>> paths, ApiKind kind) {
        List<List<PlannedEndpoint>> parts = new ArrayList<>();
        Set<String> nodes = new HashSet<>();
        for (List<PlannedEndpoint> path : paths) {
            List<PlannedEndpoint> part = parts.isEmpty() ? List.of() : parts.get(parts.size() - 1);
            GatewayPaths.addNodes(path.get(0).ranked().stats().pattern(), nodes);
            boolean full = part.size() + path.size() > MOST || kind == ApiKind.REST && nodes.size() > MOST;
            if (parts.isEmpty() || full) {
                parts.add(new ArrayList<>());
                nodes.clear();
                GatewayPaths.addNodes(path.get(0).ranked().stats().pattern(), nodes);
            }
            parts.get(parts.size() - 1).addAll(path);
        }
        return parts;
    }
}
