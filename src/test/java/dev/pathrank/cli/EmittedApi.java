package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * An API as a template deploys it, which answers as API Gateway does: by the most specific route, then by what leads to
 * the present origin.
 *
 * @param functions the names of the functions that the template has, by how its other parts refer to them
 */
record EmittedApi(JsonNode body, Map<String, String> functions) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANY = "x-amazon-apigateway-any-method";
    private static final String INTEGRATION = "x-amazon-apigateway-integration";
    private static final Pattern FUNCTION = Pattern.compile(
            "functions/(?:\\$\\{(?:aws_lambda_function\\.)?([^.}]+)\\." + "(?:Arn|arn)}|arn:[^/]*:function:([^/]+))/");

    /** The answer to a preflight by the API itself. */
    static final String CORS = "CORS";
    /** The present origin's answer. */
    static final String PRESENT = "present origin";

    /** Reads the APIs of a template, one file or a folder, by the ID of their origin. */
    static Map<String, EmittedApi> of(String form, Path place) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.isDirectory(place) ? Files.list(place) : Stream.of(place)) {
            files = all.sorted().toList();
        }
        Map<String, String> functions = new HashMap<>();
        List<JsonNode> bodies = new ArrayList<>();
        for (Path file : files) {
            String text = Files.readString(file);
            if (form.equals("terraform")) {
                terraform(JSON.readTree(text), functions, bodies);
            } else {
                Object yaml = new Load(LoadSettings.builder().build()).loadFromString(text);
                cloudFormation(JSON.valueToTree(yaml), functions, bodies);
            }
        }
        Map<String, EmittedApi> apis = new HashMap<>();
        for (JsonNode body : bodies) {
            JsonNode title = body.get("info").get("title");
            String name =
                    title.isTextual() ? title.asText() : title.get("Fn::Sub").asText();
            apis.put(name.replaceFirst("^\\$\\{.*?}-", ""), new EmittedApi(body, functions));
        }
        return apis;
    }

    private static void terraform(JsonNode file, Map<String, String> functions, List<JsonNode> bodies)
            throws IOException {
        for (Map.Entry<String, JsonNode> each :
                file.path("resource").path("aws_lambda_function").properties()) {
            functions.put(each.getKey(), each.getValue().get("function_name").asText());
        }
        for (String type : List.of("aws_apigatewayv2_api", "aws_api_gateway_rest_api")) {
            for (JsonNode api : file.path("resource").path(type)) {
                bodies.add(JSON.readTree(api.get("body").asText().replaceAll("\\$\\{jsonencode\\([^)]*\\)}", "[]")));
            }
        }
    }

    private static void cloudFormation(JsonNode file, Map<String, String> functions, List<JsonNode> bodies) {
        for (Map.Entry<String, JsonNode> each : file.path("Resources").properties()) {
            JsonNode properties = each.getValue().path("Properties");
            if (properties.has("FunctionName") && properties.has("MemorySize")) {
                functions.put(each.getKey(), properties.get("FunctionName").asText());
                functions.put(
                        properties.get("FunctionName").asText(),
                        properties.get("FunctionName").asText());
            }
            JsonNode body = properties.has("Body") ? properties.get("Body") : properties.get("DefinitionBody");
            if (body != null) {
                bodies.add(body);
            }
        }
    }

    /** Returns the name of the function that answers, {@link #CORS} or {@link #PRESENT}; empty where nothing does. */
    String answers(String method, String path) {
        boolean rest = !body.get("paths").has("/$default");
        if (method.equals("OPTIONS") && body.has("x-amazon-apigateway-cors")) {
            return CORS;
        }
        String[] segments = path.substring(1).split("/", -1);
        JsonNode best = null;
        int fewest = Integer.MAX_VALUE;
        for (Map.Entry<String, JsonNode> each : body.get("paths").properties()) {
            String[] route = each.getKey().substring(1).split("/", -1);
            // A REST API looks for the node first, an HTTP API for a route of the method.
            boolean may = rest || each.getValue().has(method.toLowerCase(Locale.ROOT));
            if (may && matches(route, segments)) {
                int placeholders = Stream.of(route)
                        .mapToInt(segment -> segment.endsWith("+}") ? 100 : segment.startsWith("{") ? 1 : 0)
                        .sum();
                if (placeholders < fewest) {
                    fewest = placeholders;
                    best = each.getValue();
                }
            }
        }
        if (best == null) {
            return rest ? "" : PRESENT;
        }
        return best.has(method.toLowerCase(Locale.ROOT))
                ? function(best.get(method.toLowerCase(Locale.ROOT)))
                : best.has(ANY) ? PRESENT : "";
    }

    private String function(JsonNode operation) {
        JsonNode uri = operation.get(INTEGRATION).get("uri");
        String text = uri.isTextual() ? uri.asText() : uri.get("Fn::Sub").asText();
        Matcher name = FUNCTION.matcher(text);
        assertTrue(name.find(), text);
        String reference = name.group(1) == null ? name.group(2) : name.group(1);
        return functions.getOrDefault(reference, "no function " + reference);
    }

    private static boolean matches(String[] route, String[] path) {
        for (int at = 0; at < route.length; at++) {
            if (at >= path.length) {
                return false;
            }
            if (route[at].endsWith("+}")) {
                return true;
            }
            if (!route[at].startsWith("{") && !route[at].equals(path[at])
                    || path[at].isEmpty() && !route[at].isEmpty()) {
                return false;
            }
        }
        return route.length == path.length;
    }
}
