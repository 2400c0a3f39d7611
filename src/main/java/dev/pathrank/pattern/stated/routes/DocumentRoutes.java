package dev.pathrank.pattern.stated.routes;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The parser of JSON and YAML documents: OpenAPI, Swagger 2, and the response of Spring Boot's {@code mappings}
 * endpoint.
 */
final class DocumentRoutes implements RouteParser {
    private static final Pattern YAML = Pattern.compile("(?m)^(?:[\"']?(?:openapi|swagger)[\"']?\\s*:|%YAML|---\\s*$)");

    @Override
    public boolean recognises(RouteText text) {
        return DocumentReader.isJson(text) || YAML.matcher(text.text()).find();
    }

    @Override
    public List<ParsedRoute> read(RouteText text) {
        DocumentNode root = DocumentReader.read(text);
        if (root.at("openapi").isPresent() || root.at("swagger").isPresent()) {
            return new OpenApiRoutes(text, root).routes();
        }
        if (SpringMappings.recognises(root)) {
            return SpringMappings.routes(root);
        }
        throw text.wrong("contains neither \"openapi\" nor \"swagger\" nor Spring Boot mappings; give routes in one of"
                + " these formats,"
                + " as a CSV with a header, or as lines such as \"GET /user/<id>\"");
    }
}
