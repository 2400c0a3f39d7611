package dev.pathrank.pattern.stated.routes;

import dev.pathrank.pattern.stated.routes.DeclaredRoute.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * The routes that one file declares. The format is detected by the content, never by the file's name.
 *
 * @param routes the declared routes, in the order of the file
 * @param leftOut routes that the file holds and that are left out, with the reasons
 */
public record RouteFile(List<DeclaredRoute> routes, List<LeftOut> leftOut) {
    /** The formats, from the most specific to the one that accepts any text. */
    private static final List<RouteParser> FORMATS =
            List.of(new DocumentRoutes(), new RailsRoutes(), new FlaskRoutes(), new CsvRoutes(), new ListedRoutes());

    public RouteFile {
        routes = List.copyOf(routes);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A route that is left out.
     *
     * @param origin where it is written
     * @param path the path or pattern
     * @param why the reason, in words that follow "is left out: "
     */
    public record LeftOut(Origin origin, String path, String why) {
        @Override
        public String toString() {
            return origin + ": " + path + " is left out: " + why;
        }
    }

    /**
     * Parses a file.
     *
     * @param name the file's name, for messages
     * @param bytes the file's content, UTF-8 or UTF-16
     * @throws RouteFileException if the file has no known format, cannot be parsed or declares no route
     */
    public static RouteFile read(String name, byte[] bytes) {
        RouteText text = RouteText.of(name, bytes);
        RouteParser format = FORMATS.stream()
                .filter(candidate -> candidate.recognises(text))
                .findFirst()
                .orElseThrow();
        Collector collector = new Collector(text);
        try {
            format.read(text).forEach(collector::add);
        } catch (StackOverflowError e) {
            throw text.wrong(collector.line, "its content is nested too deeply; flatten it");
        }
        if (collector.routes.isEmpty() && collector.leftOut.isEmpty()) {
            throw text.wrong("declares no routes; write lines such as \"GET /user/<id>\"");
        }
        return new RouteFile(collector.routes, collector.leftOut);
    }

    /** The declared routes of the parsed ones. */
    private static final class Collector {
        private final RouteText text;
        private final List<DeclaredRoute> routes = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();
        /** The line of the route last looked at. */
        private int line = 1;

        Collector(RouteText text) {
            this.text = text;
        }

        void add(ParsedRoute written) {
            line = written.line();
            for (String method : written.methods()) {
                if (!RouteMethods.isMethod(method)) {
                    throw text.wrong(
                            written.line(),
                            "\"" + method + "\" is not a request method; write one such as GET, or * for any");
                }
            }
            List<String> bases = written.bases().isEmpty() ? List.of("") : written.bases();
            if (written.leaveOut().isEmpty()) {
                bases.forEach(base -> add(written, base));
            } else {
                leftOut.add(new LeftOut(new Origin(text.file(), written.line()), written.path(), written.leaveOut()));
            }
        }

        private void add(ParsedRoute written, String base) {
            Origin origin = new Origin(text.file(), written.line());
            for (String pattern : patterns(written.line(), base, written.path())) {
                if (pattern.matches("/<[^<>/]*\\+>")) {
                    leftOut.add(
                            new LeftOut(origin, pattern, "it matches every path and would hide all undeclared ones"));
                } else {
                    RouteMethods.normal(written.methods())
                            .forEach(method ->
                                    routes.add(new DeclaredRoute(method, base, pattern, origin, written.facts())));
                }
            }
        }

        private List<String> patterns(int line, String base, String path) {
            try {
                return RouteTemplate.patterns(path).stream()
                        .map(pattern -> pattern.equals("/") && !base.isEmpty() ? base : base + pattern)
                        .toList();
            } catch (IllegalArgumentException e) {
                throw text.wrong(line, String.valueOf(e.getMessage()));
            }
        }
    }
}
