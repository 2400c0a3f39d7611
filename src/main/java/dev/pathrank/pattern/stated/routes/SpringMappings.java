package dev.pathrank.pattern.stated.routes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The routes in a response of Spring Boot's {@code mappings} endpoint. Since Spring Boot 2.0 it lists contexts with the
 * handlers of their dispatchers, each with conditions or, for functional routes, a predicate in text; before, it is one
 * object whose keys are predicates.
 */
final class SpringMappings {
    private static final Pattern OLD_KEY =
            Pattern.compile("\\{\\[(?<paths>.*?)](?:,methods=\\[(?<methods>[^]]*)])?(?:,\\w+=\\[.*])*+}");
    private static final Pattern METHOD = Pattern.compile("\\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE)\\b");
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w/])/(?:\\{[^{}]*+(?:\\{[^{}]*+}[^{}]*+)*+}|[^\\s,\\])}])*+");
    private static final Pattern CONSTRAINT = Pattern.compile("\\{(\\w+):(?:[^{}]|\\{[^{}]*+})*+}");
    private static final List<String> FILE_HANDLERS = List.of(
            "ResourceHttpRequestHandler", "ResourceWebHandler", "resourceHandlerMapping", "faviconHandlerMapping");

    private final List<ParsedRoute> routes = new ArrayList<>();

    private SpringMappings() {}

    /** Whether a document is such a response. */
    static boolean recognises(DocumentNode root) {
        return root.at("contexts").isPresent() || isOld(root);
    }

    private static boolean isOld(DocumentNode root) {
        return !root.entries().isEmpty()
                && root.entries().entrySet().stream()
                        .allMatch(entry -> (entry.getKey().startsWith("/")
                                        || entry.getKey().startsWith("{["))
                                && entry.getValue().at("bean").isPresent());
    }

    /** Returns the routes of a response. */
    static List<ParsedRoute> routes(DocumentNode root) {
        SpringMappings mappings = new SpringMappings();
        if (isOld(root)) {
            root.entries().forEach(mappings::addOld);
        } else {
            root.at("contexts").stream()
                    .flatMap(contexts -> contexts.entries().values().stream())
                    .flatMap(context -> context.at("mappings").stream())
                    .flatMap(all -> Stream.of("dispatcherServlets", "dispatcherHandlers")
                            .flatMap(kind -> all.at(kind).stream()))
                    .flatMap(dispatchers -> dispatchers.entries().values().stream())
                    .flatMap(dispatcher -> dispatcher.items().stream())
                    .forEach(mappings::add);
        }
        return mappings.routes;
    }

    private void add(DocumentNode mapping) {
        String handler = mapping.text("handler");
        mapping.at("details")
                .flatMap(details -> details.at("requestMappingConditions"))
                .ifPresentOrElse(
                        conditions -> {
                            List<String> methods = texts(conditions, "methods");
                            texts(conditions, "patterns").forEach(path -> add(methods, path, handler, mapping.line()));
                        },
                        () -> addPredicate(mapping.text("predicate"), handler, mapping.line()));
    }

    private static List<String> texts(DocumentNode conditions, String key) {
        return conditions.at(key).stream()
                .flatMap(list -> list.items().stream())
                .map(DocumentNode::text)
                .toList();
    }

    /** {@code {GET [/user/{id}], produces [application/json]}}, {@code (GET && /user/{id})} or {@code /webjars/**}. */
    private void addPredicate(String predicate, String handler, int line) {
        String conditions = predicate.replaceFirst("\\b(?:produces|consumes|headers|params)\\b.*", "");
        List<String> paths = found(PATH, conditions);
        List<String> methods = found(METHOD, conditions.replaceAll(PATH.pattern(), " "));
        paths.forEach(path -> add(methods, path, handler, line));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    /**
     * {@code {[/user/{id} || /users/{id}],methods=[GET || HEAD],produces=[application/json]}} or {@code /webjars/**}.
     */
    private void addOld(String key, DocumentNode mapping) {
        String bean = mapping.text("bean");
        Matcher predicate = OLD_KEY.matcher(key);
        if (!predicate.matches()) {
            add(List.of(), key, bean, mapping.line());
            return;
        }
        String methods = predicate.group("methods");
        for (String path : alternatives(predicate.group("paths"))) {
            add(methods == null ? List.of() : alternatives(methods), path, bean, mapping.line());
        }
    }

    private static List<String> alternatives(String text) {
        return Arrays.asList(text.strip().split("\\s*\\|\\|\\s*"));
    }

    private void add(List<String> methods, String path, String handler, int line) {
        ParsedRoute route = ParsedRoute.of(methods, template(path), line);
        boolean files = FILE_HANDLERS.stream().anyMatch(handler::contains);
        routes.add(files ? route.leftOut(ParsedRoute.STATIC_FILES) : route);
    }

    /**
     * Returns a path without regular expressions, which never match a slash in Spring, and with {@code *} as a
     * placeholder for one segment.
     */
    private static String template(String path) {
        return CONSTRAINT.matcher(path).replaceAll("{$1}").replaceAll("(?<=/|^)\\*(?=/|$)", "{name}");
    }
}
