package dev.pathrank.report.openapi;

import dev.pathrank.pattern.ParameterNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern in the notation of OpenAPI: {@code /user/<id>/orders/<id>} becomes <code>/user/{user_id}/orders/{order_id}
 * </code>.
 *
 * <p>A parameter is named after the literal before it, so its name depends on nothing that follows, and paths with a
 * common beginning use the same name, as API Gateway demands of siblings.
 *
 * @param path with the names of parameters in braces
 * @param parameters each with a name of its own, in the order of the path
 */
public record PathTemplate(String path, List<Parameter> parameters) {
    private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>]*)>");

    public PathTemplate {
        parameters = List.copyOf(parameters);
    }

    /**
     * A path parameter.
     *
     * @param kind name in the pattern: {@code id}, {@code uuid}
     * @param rest whether it takes several segments
     */
    public record Parameter(String name, String kind, boolean rest) {}

    /** Returns the template of a pattern. */
    public static PathTemplate of(String pattern) {
        List<Parameter> parameters = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        String literal = "";
        for (String segment : pattern.substring(1).split("/", -1)) {
            path.append('/');
            int at = 0;
            Matcher placeholder = PLACEHOLDER.matcher(segment);
            while (placeholder.find()) {
                path.append(escaped(segment.substring(at, placeholder.start())));
                Parameter parameter = parameter(placeholder.group(1), literal, parameters);
                parameters.add(parameter);
                path.append('{').append(parameter.name()).append('}');
                at = placeholder.end();
            }
            path.append(escaped(segment.substring(at)));
            literal = at == 0 ? segment : literal;
        }
        return new PathTemplate(path.toString(), parameters);
    }

    /** Returns the path without the names, which do not distinguish paths in the OpenAPI specification. */
    String shape() {
        return path.replaceAll("\\{[^{}]*}", "{}");
    }

    private static Parameter parameter(String placeholder, String literal, List<Parameter> before) {
        boolean rest = placeholder.endsWith("+");
        String kind = rest ? placeholder.substring(0, placeholder.length() - 1) : placeholder;
        String name = ParameterNames.after(literal, kind);
        String unique = name;
        for (int number = 2; isTaken(unique, before); number++) {
            unique = name + "_" + number;
        }
        return new Parameter(unique, kind, rest);
    }

    private static boolean isTaken(String name, List<Parameter> parameters) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    /** Returns the literal with the characters encoded that have a meaning in a path template. */
    private static String escaped(String literal) {
        return literal.replace("{", "%7B")
                .replace("}", "%7D")
                .replace("?", "%3F")
                .replace("#", "%23");
    }
}
