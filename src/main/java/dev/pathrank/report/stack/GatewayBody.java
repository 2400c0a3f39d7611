package dev.pathrank.report.stack;

import static dev.pathrank.report.stack.Resource.ordered;

import dev.pathrank.plan.AnsweringFunctions;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.rank.TieBreak;
import dev.pathrank.report.deploy.ApiKind;
import dev.pathrank.report.deploy.GatewayApis.Api;
import dev.pathrank.report.deploy.GatewayRoutes.Route;
import dev.pathrank.report.stack.Deferred.Attribute;
import dev.pathrank.report.stack.Deferred.Known;
import dev.pathrank.report.stack.Deferred.Parameter;
import dev.pathrank.report.stack.Deferred.Reference;
import dev.pathrank.report.stack.Deferred.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An OpenAPI 3.0 document of one API with the extensions of API Gateway: each operation calls its function, and what
 * has no route goes to the present origin (Amazon API Gateway developer guide, "OpenAPI extensions", 2026).
 */
final class GatewayBody {
    private static final String ANY = "x-amazon-apigateway-any-method";
    private static final String INTEGRATION = "x-amazon-apigateway-integration";

    private final Plan plan;
    private final Api api;
    private final List<Route> routes;
    private final AnsweringFunctions<PlannedEndpoint> functions;
    private final Map<String, Map<String, Object>> paths = new TreeMap<>(TieBreak.UTF8_BYTES);
    private final boolean annotated;

    /**
     * @param wave last one that has moved
     * @param annotated whether operations name pattern and wave
     */
    GatewayBody(Plan plan, Api api, int wave, boolean annotated) {
        this.plan = plan;
        this.api = api;
        this.functions = AnsweringFunctions.of(plan);
        this.routes =
                api.routes().stream().filter(route -> wave(route.row()) <= wave).toList();
        this.annotated = annotated;
    }

    private static int wave(PlannedEndpoint row) {
        return Objects.requireNonNull(row.wave());
    }

    /** Returns the functions that the API calls, in the order of their routes. */
    List<PlannedEndpoint> functions() {
        return routes.stream()
                .map(route -> functions.of(route.row()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns what the user must know of the API. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (hasNoWayBack()) {
            warnings.add(
                    api.id() + " cannot send unknown paths to the present origin: a placeholder of its routes takes"
                            + " the place");
        }
        if (api.kind() == ApiKind.REST && routes.stream().anyMatch(GatewayBody::isPreflight)) {
            warnings.add(api.id() + " hands preflights (OPTIONS) on to the present origin");
        }
        return warnings;
    }

    /** Returns whether the routes leave no place for one that takes all other paths to the present origin. */
    private boolean hasNoWayBack() {
        return api.kind() == ApiKind.REST
                && api.routes().stream().anyMatch(route -> route.path().startsWith("/{"));
    }

    /**
     * Returns the document.
     *
     * @param leftOut what it cannot express
     */
    Map<String, Object> document(Object title, List<String> leftOut) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.1");
        String version =
                day(plan.window().firstSeen()) + "/" + day(plan.window().lastSeen());
        document.put("info", ordered("title", title, "version", version));
        if (!leftOut.isEmpty()) {
            document.put("x-pathrank-left-out", leftOut);
        }
        if (api.kind() == ApiKind.HTTP && routes.stream().anyMatch(GatewayBody::isPreflight)) {
            document.put("x-amazon-apigateway-cors", cors());
        }
        if (api.kind() == ApiKind.REST) {
            document.put("x-amazon-apigateway-binary-media-types", List.of("*/*"));
        }
        if (api.kind() == ApiKind.REST) {
            routes.forEach(this::addNodes);
        }
        for (Route route : routes) {
            PlannedEndpoint function = functions.of(route.row());
            if (function != null) {
                path(route.path(), route.parameters())
                        .put(route.method().toLowerCase(Locale.ROOT), operation(route, function));
            }
        }
        addWayBack();
        document.put("paths", paths);
        return document;
    }

    private static boolean isPreflight(Route route) {
        return route.method().equals("OPTIONS");
    }

    private static String day(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString().substring(0, 10);
    }

    /** Returns the answer to preflights; methods are those of all endpoints, also of those that have not moved. */
    private Map<String, Object> cors() {
        List<String> methods = plan.rows().stream()
                .map(row -> row.ranked().stats().method())
                .filter(method -> !method.equals("OPTIONS"))
                .distinct()
                .sorted(TieBreak.UTF8_BYTES)
                .toList();
        return ordered(
                "allowOrigins",
                Parameter.ALLOWED_ORIGINS,
                "allowMethods",
                methods,
                "allowHeaders",
                List.of("Authorization", "*"));
    }

    private Map<String, Object> path(String path, List<String> parameters) {
        return paths.computeIfAbsent(path, each -> {
            Map<String, Object> item = new LinkedHashMap<>();
            if (!parameters.isEmpty()) {
                item.put(
                        "parameters",
                        parameters.stream().map(GatewayBody::parameter).toList());
            }
            return item;
        });
    }

    private static Map<String, Object> parameter(String name) {
        return ordered("name", name, "in", "path", "required", true, "schema", ordered("type", "string"));
    }

    private Map<String, Object> operation(Route route, PlannedEndpoint function) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", route.row().functionName());
        if (annotated) {
            operation.put("x-pathrank-pattern", route.row().ranked().stats().pattern());
            operation.put("x-pathrank-wave", wave(route.row()));
        }
        operation.put("responses", responses());
        // Lambda is always invoked with POST, whatever the method of the call.
        Map<String, Object> integration = ordered(
                "type",
                "aws_proxy",
                "httpMethod",
                "POST",
                "uri",
                Text.of(
                        "arn:",
                        Known.PARTITION,
                        ":apigateway:",
                        Known.REGION,
                        ":lambda:path/2015-03-31/functions/",
                        new Reference(ResourceType.FUNCTION, function.functionName(), Attribute.ARN),
                        "/invocations"));
        if (api.kind() == ApiKind.HTTP) {
            integration.put("payloadFormatVersion", "2.0");
        }
        operation.put(INTEGRATION, integration);
        return operation;
    }

    private static Map<String, Object> responses() {
        return ordered("default", ordered("description", "The response of the function or the present origin."));
    }

    /** Adds the nodes of a REST API's tree: a node without a method would refuse what the present origin answers. */
    private void addNodes(Route route) {
        List<String> parameters = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        for (String segment : route.path().substring(1).split("/", -1)) {
            path.append('/').append(segment);
            if (segment.startsWith("{")) {
                parameters.add(route.parameters().get(parameters.size()));
            }
            addProxy(path.toString(), List.copyOf(parameters));
        }
    }

    private void addWayBack() {
        if (api.kind() == ApiKind.HTTP) {
            Map<String, Object> integration = ordered(
                    "type", "http_proxy",
                    "httpMethod", "ANY",
                    "uri", Parameter.PRESENT_ORIGIN,
                    "payloadFormatVersion", "1.0",
                    "requestParameters", ordered("overwrite:path", "$request.path"));
            path("/$default", List.of())
                    .put(ANY, ordered("isDefaultRoute", true, "responses", responses(), INTEGRATION, integration));
            return;
        }
        addProxy("/", List.of());
        if (!hasNoWayBack()) {
            addProxy("/{proxy+}", List.of("proxy"));
        }
    }

    /** Lets a node of a REST API hand all methods without a function on to the present origin. */
    private void addProxy(String path, List<String> parameters) {
        Map<String, Object> integration = ordered(
                "type",
                "http_proxy",
                "httpMethod",
                "ANY",
                "uri",
                Text.of(Parameter.PRESENT_ORIGIN, path.replace("+}", "}")));
        if (!parameters.isEmpty()) {
            integration.put(
                    "requestParameters",
                    parameters.stream()
                            .collect(Collectors.toMap(
                                    name -> "integration.request.path." + name,
                                    name -> "method.request.path." + name,
                                    (first, second) -> first,
                                    LinkedHashMap::new)));
        }
        path(path, parameters).put(ANY, ordered("responses", responses(), INTEGRATION, integration));
    }
}
