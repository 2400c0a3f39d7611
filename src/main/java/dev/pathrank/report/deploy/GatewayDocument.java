package dev.pathrank.report.deploy;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.Target;
import dev.pathrank.rank.TieBreak;
import dev.pathrank.report.Json;
import dev.pathrank.report.deploy.GatewayRoutes.Route;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An OpenAPI 3.0 document in JSON that API Gateway imports: each operation invokes the function that the plan names.
 * The account and the Region are not in the logs and appear as <code>${AWS::AccountId}</code> and <code>${AWS::Region}
 * </code>.
 */
final class GatewayDocument {
    private final JsonGenerator json;
    /** The function of each path's GET, which answers its HEAD too. */
    private final Map<String, String> functionOfGet = new HashMap<>();

    private GatewayDocument(JsonGenerator json) {
        this.json = json;
    }

    /** @return what it cannot express */
    static List<String> write(Plan plan, List<PlannedEndpoint> moved, Writer out) throws IOException {
        Target kind = kind(moved);
        List<PlannedEndpoint> mine =
                moved.stream().filter(row -> row.target().target() == kind).toList();
        GatewayRoutes routes = GatewayRoutes.of(mine, kind == Target.REST_API);
        List<String> leftOut = new ArrayList<>(routes.leftOut());
        moved.stream()
                .filter(row -> row.target().target() != kind)
                .sorted(GatewayRoutes.BY_PATTERN)
                .forEach(row -> leftOut.add(PlanDocument.otherTarget(row)));
        // Not closed: after a failed write that would complete the document and hide the failure.
        JsonGenerator json = Json.generator(out);
        json.setPrettyPrinter(Json.longLayout());
        new GatewayDocument(json).write(plan, routes.routes(), leftOut);
        json.writeRaw('\n');
        json.flush();
        return leftOut;
    }

    /** Returns the kind of API that has most of the endpoints: one document is imported into one API. */
    private static Target kind(List<PlannedEndpoint> moved) {
        long rest = moved.stream()
                .filter(row -> row.target().target() == Target.REST_API)
                .count();
        long http = moved.stream()
                .filter(row -> row.target().target() == Target.HTTP_API)
                .count();
        return rest > http ? Target.REST_API : Target.HTTP_API;
    }

    private void write(Plan plan, List<Route> routes, List<String> leftOut) throws IOException {
        json.writeStartObject();
        json.writeStringField("openapi", "3.0.1");
        json.writeObjectFieldStart("info");
        json.writeStringField("title", "Endpoints moved to Lambda");
        json.writeStringField(
                "version",
                day(plan.window().firstSeen()) + "/" + day(plan.window().lastSeen()));
        json.writeEndObject();
        if (!leftOut.isEmpty()) {
            json.writeArrayFieldStart("x-pathrank-left-out");
            for (String each : leftOut) {
                json.writeString(each);
            }
            json.writeEndArray();
        }
        Map<String, List<Route>> byPath = new TreeMap<>(TieBreak.UTF8_BYTES);
        routes.forEach(route ->
                byPath.computeIfAbsent(route.path(), path -> new ArrayList<>()).add(route));
        routes.stream()
                .filter(route -> route.method().equals("GET"))
                .forEach(route -> functionOfGet.put(route.path(), route.row().functionName()));
        json.writeObjectFieldStart("paths");
        for (Map.Entry<String, List<Route>> path : byPath.entrySet()) {
            json.writeObjectFieldStart(path.getKey());
            parameters(path.getValue().get(0).parameters());
            for (Route route : path.getValue()) {
                operation(route);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String day(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString().substring(0, 10);
    }

    private void parameters(List<String> names) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("parameters");
        for (String name : names) {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField("in", "path");
            json.writeBooleanField("required", true);
            json.writeObjectFieldStart("schema");
            json.writeStringField("type", "string");
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private String function(Route route) {
        String own = route.row().functionName();
        return route.method().equals("HEAD") ? functionOfGet.getOrDefault(route.path(), own) : own;
    }

    private void operation(Route route) throws IOException {
        json.writeObjectFieldStart(route.method().toLowerCase(Locale.ROOT));
        json.writeStringField("operationId", route.row().functionName());
        json.writeStringField("x-pathrank-pattern", route.row().ranked().stats().pattern());
        json.writeNumberField(
                "x-pathrank-wave", Objects.requireNonNull(route.row().wave()));
        json.writeObjectFieldStart("responses");
        json.writeObjectFieldStart("default");
        json.writeStringField("description", "The response of the function.");
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("x-amazon-apigateway-integration");
        json.writeStringField("type", "aws_proxy");
        // Lambda is always invoked with POST, whatever the method of the call.
        json.writeStringField("httpMethod", "POST");
        json.writeStringField(
                "uri",
                "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
                        + "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:"
                        + function(route) + "/invocations");
        if (route.row().target().target() == Target.HTTP_API) {
            json.writeStringField("payloadFormatVersion", "2.0");
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
