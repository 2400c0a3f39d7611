package dev.pathrank.compare;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.tally.Endpoint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The endpoints that the user names as moved, from lines such as {@code 1 GET /user/<id> 2026-12-07}.
 *
 * @param endpoints method, a space and the pattern as it was written first, by the same without the names of its
 *     placeholders
 */
public record MovedEndpoints(Map<String, String> endpoints) {
    /** None is named. */
    public static final MovedEndpoints NONE = new MovedEndpoints(Map.of());

    private static final Pattern LINE =
            Pattern.compile("(?:\\d{1,4}[\\s,;]+)?([A-Za-z]+)[\\s,;]+(/\\S*?)(?:[\\s,;]+\\d{4}-\\d\\d-\\d\\d\\S*)?");

    public MovedEndpoints {
        endpoints = Map.copyOf(endpoints);
    }

    /**
     * Reads a file: an endpoint a line, with the number of a wave before it and a date behind it if wanted. Empty lines
     * and those that begin with {@code #} do not count.
     *
     * @param name for messages
     * @throws IllegalArgumentException if a line is of another form, or there is none; the message names it
     */
    public static MovedEndpoints read(String name, String text) {
        Map<String, String> endpoints = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("--moved " + name + " line " + number + ": \"" + line.strip()
                        + "\" is not an endpoint; write a line such as \"GET /user/<id>\" or \"1 GET /user/<id>\"");
            }
            String method = matcher.group(1).toUpperCase(Locale.ROOT);
            endpoints.putIfAbsent(shape(method, matcher.group(2)), method + " " + matcher.group(2));
        }
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException(
                    "--moved " + name + " names no endpoint; write a line such as \"GET /user/<id>\"");
        }
        return new MovedEndpoints(endpoints);
    }

    private static String shape(String method, String pattern) {
        return method + " " + PlaceholderStyle.withoutNames(pattern);
    }

    boolean contains(Endpoint endpoint) {
        return endpoints.containsKey(shape(endpoint.method(), endpoint.pattern()));
    }

    /** Returns those that are not among these endpoints, as they were written, sorted. */
    public List<String> without(List<Endpoint> found) {
        Set<String> known = new HashSet<>();
        found.forEach(each -> known.add(shape(each.method(), each.pattern())));
        return endpoints.entrySet().stream()
                .filter(each -> !known.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }
}
