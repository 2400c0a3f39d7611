package dev.pathrank.pattern.stated.routes;

import java.util.List;
import java.util.regex.Pattern;

/** A JSON or YAML document: OpenAPI, Swagger 2, or what Spring Boot's {@code mappings} endpoint answers. */
final class DocumentRoutes implements RouteParser {
    /** Why a framework's handler of files is left out. */
    static final String STATIC = "it serves static files, which are to be seen one by one";

    private static final Pattern YAML = Pattern.compile("(?m)^(?:[\"']?(?:openapi|swagger)[\"']?\\s*:|%YAML|---\\s*$)");

    @Override
    public boolean recognises(RouteText text) {
        return isJson(text) || YAML.matcher(text.text()).find();
    }

    private static boolean isJson(RouteText text) {
        String content = text.text().stripLeading();
        return content.startsWith("{") || content.startsWith("[");
    }

    @Override
    public List<ParsedRoute> read(RouteText text) {
        DocumentNode root = isJson(text) ? JsonTree.of(text) : YamlTree.of(text);
        if (root.at("openapi").isPresent() || root.at("swagger").isPresent()) {
            return new OpenApiRoutes(text, root).routes();
        }
        if (SpringMappings.recognises(root)) {
            return SpringMappings.routes(root);
        }
        throw text.wrong(
                "holds neither \"openapi\" nor \"swagger\" nor the mappings of Spring Boot; write routes as one of those,"
                        + " as a CSV with a header, or as lines such as \"GET /user/<id>\"");
    }
}
