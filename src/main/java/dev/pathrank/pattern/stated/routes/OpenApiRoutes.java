package dev.pathrank.pattern.stated.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The routes of an OpenAPI 3 or Swagger 2 document. Each operation is below the paths of its servers (those of the
 * operation, else of the path, else of the document), with a server's variables at their defaults; in Swagger 2 below
 * {@code basePath}.
 */
final class OpenApiRoutes {
    /** The keys of a path item that are operations ({@code query} since OpenAPI 3.2). */
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    /** The key by which exports of API Gateway declare an operation for every method. */
    private static final String ANY_METHOD = "x-amazon-apigateway-any-method";

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern SCHEME_AND_HOST = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*");

    private final RouteText text;
    private final DocumentNode root;

    OpenApiRoutes(RouteText text, DocumentNode root) {
        this.text = text;
        this.root = root;
    }

    List<ParsedRoute> routes() {
        DocumentNode paths = root.at("paths")
                .orElseThrow(
                        () -> text.wrong("the document has no \"paths\"; give the document that lists the operations"));
        List<String> bases =
                root.at("swagger").isPresent() ? List.of(base(root.text("basePath"))) : bases(root, List.of());
        List<ParsedRoute> routes = new ArrayList<>();
        paths.entries().forEach((path, item) -> {
            if (!path.startsWith("x-")) {
                addItem(routes, path, item, bases);
            }
        });
        return routes;
    }

    private void addItem(List<ParsedRoute> routes, String path, DocumentNode written, List<String> documentBases) {
        // Other files are not read, so a path that refers to one is declared for every method.
        Optional<DocumentNode> found = resolved(written);
        if (found.isEmpty()) {
            routes.add(ParsedRoute.of(List.of(), path, written.line()).below(documentBases));
            return;
        }
        DocumentNode item = found.get();
        List<String> bases = bases(item, documentBases);
        item.entries().forEach((key, operation) -> {
            if (METHODS.contains(key) || key.equals(ANY_METHOD)) {
                List<String> methods = key.equals(ANY_METHOD) ? List.of() : List.of(key);
                routes.add(ParsedRoute.of(methods, path, operation.line()).below(bases(operation, bases)));
            }
        });
        item.at("additionalOperations")
                .ifPresent(more -> more.entries()
                        .forEach((method, operation) ->
                                routes.add(ParsedRoute.of(List.of(method), path, operation.line())
                                        .below(bases(operation, bases)))));
    }

    /**
     * Returns the path item, or the one that its {@code $ref} names within the document; empty where that is in another
     * file.
     */
    private Optional<DocumentNode> resolved(DocumentNode item) {
        String reference = item.text("$ref");
        if (reference.isEmpty()) {
            return Optional.of(item);
        }
        if (!reference.startsWith("#/")) {
            return Optional.empty();
        }
        Optional<DocumentNode> at = Optional.of(root);
        for (String step : reference.substring(2).split("/")) {
            String key = step.replace("~1", "/").replace("~0", "~");
            at = at.flatMap(tree -> tree.at(key));
        }
        return at;
    }

    private List<String> bases(DocumentNode owner, List<String> inherited) {
        Collection<String> bases = new LinkedHashSet<>();
        for (DocumentNode server : owner.at("servers").map(DocumentNode::items).orElse(List.of())) {
            bases.add(base(withDefaults(server)));
        }
        return bases.isEmpty() ? inherited : List.copyOf(bases);
    }

    private static String withDefaults(DocumentNode server) {
        Map<String, DocumentNode> variables =
                server.at("variables").map(DocumentNode::entries).orElse(Map.of());
        return VARIABLE.matcher(server.text("url"))
                .replaceAll(found -> Matcher.quoteReplacement(
                        variables.containsKey(found.group(1))
                                ? variables.get(found.group(1)).text("default")
                                : found.group()));
    }

    /**
     * Returns the path of a server's address, without a slash at its end: {@code https://api.example.com/v1/} gives
     * {@code /v1}.
     */
    private String base(String url) {
        String path = SCHEME_AND_HOST.matcher(url).replaceFirst("").replaceFirst("[?#].*", "");
        String bare = path.replaceFirst("^(?:\\.{1,2}/)++|^\\.{1,2}$", "").replaceAll("^/+|/+$", "");
        try {
            return bare.isEmpty() ? "" : RouteTemplate.patterns("/" + bare).get(0);
        } catch (IllegalArgumentException e) {
            throw text.wrong("the server's address " + url + " cannot be parsed: " + e.getMessage());
        }
    }
}
