package dev.pathrank.pattern.stated.routes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parser of what {@code flask routes} prints: a header, a line of dashes as wide as each column, and a row for each
 * route (flask.cli.routes_command).
 */
final class FlaskRoutes implements RouteParser {
    private static final Pattern HEADER =
            Pattern.compile("(?=.*\\bEndpoint\\b)(?=.*\\bMethods\\b)(?=.*\\bRule\\b)[A-Za-z ]+");
    private static final Pattern DASHES = Pattern.compile("-+");

    /** A column, from the first of its dashes to behind the last; the last column ends with the line. */
    private record Span(String name, int from, int to) {
        String of(String line) {
            return from >= line.length()
                    ? ""
                    : line.substring(from, Math.min(to, line.length())).strip();
        }
    }

    @Override
    public boolean recognises(RouteText text) {
        return header(text.lines()) >= 0;
    }

    private static int header(List<String> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (HEADER.matcher(lines.get(i)).matches() && lines.get(i + 1).matches("[- ]+")) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public List<ParsedRoute> read(RouteText text) {
        List<String> lines = text.lines();
        int header = header(lines);
        List<Span> spans = spans(lines.get(header), lines.get(header + 1));
        List<ParsedRoute> routes = new ArrayList<>();
        for (int i = header + 2; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                routes.add(route(text, lines.get(i), i + 1, spans));
            }
        }
        return routes;
    }

    private static List<Span> spans(String header, String dashes) {
        List<Span> spans = new ArrayList<>();
        int end = dashes.stripTrailing().length();
        Matcher column = DASHES.matcher(dashes);
        while (column.find()) {
            boolean last = column.end() == end;
            String name = new Span("", column.start(), column.end()).of(header).toLowerCase(Locale.ROOT);
            spans.add(new Span(name, column.start(), last ? Integer.MAX_VALUE : column.end()));
        }
        return spans;
    }

    private static ParsedRoute route(RouteText text, String line, int number, List<Span> spans) {
        String rule = cell("rule", line, spans);
        if (!rule.startsWith("/")) {
            throw text.wrong(
                    number,
                    "the column Rule has no rule that begins with /; give the output of flask routes unchanged");
        }
        String endpoint = cell("endpoint", line, spans);
        List<String> methods = Arrays.asList(cell("methods", line, spans).split("[, ]+"));
        ParsedRoute route = ParsedRoute.of(methods, rule, number);
        return endpoint.equals("static") || endpoint.endsWith(".static")
                ? route.leftOut(ParsedRoute.STATIC_FILES)
                : route;
    }

    private static String cell(String column, String line, List<Span> spans) {
        return spans.stream()
                .filter(span -> span.name().equals(column))
                .map(span -> span.of(line))
                .findFirst()
                .orElse("");
    }
}
