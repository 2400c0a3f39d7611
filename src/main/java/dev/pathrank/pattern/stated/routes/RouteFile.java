package dev.pathrank.pattern.stated.routes;

import dev.pathrank.pattern.stated.routes.DeclaredRoute.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * What a routes file declares. The format is told by the content, never by the file's name.
 *
 * @param routes in the order of the file
 * @param leftOut what it declares beside that and is left out, with the reason
 */
public record RouteFile(List<DeclaredRoute> routes, List<LeftOut> leftOut) {
    /** What each tells apart is narrower than what follows; the last takes whatever is left. */
    private static final List<RouteParser> FORMATS =
            List.of(new DocumentRoutes(), new RailsRoutes(), new FlaskRoutes(), new CsvRoutes(), new ListedRoutes());

    public RouteFile {
        routes = List.copyOf(routes);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A route that is left out.
     *
     * @param why in words that follow "is left out: "
     */
    public record LeftOut(Origin origin, String path, String why) {
        @Override
        public String toString() {
            return origin + ": " + path + " is left out: " + why;
        }
    }

    /**
     * Reads a file.
     *
     * @param name for messages
     * @throws RouteFileException if it is of no known format, wrong or empty
     */
    public static RouteFile read(String name, byte[] bytes) {
        RouteText text = RouteText.of(name, bytes);
        RouteParser format = FORMATS.stream()
                .filter(candidate -> candidate.recognises(text))
                .findFirst()
                .orElseThrow();
        Collector collector = new Collector(text);
        format.read(text).forEach(collector::add);
        if (collector.routes.isEmpty() && collector.leftOut.isEmpty()) {
            throw text.wrong("declares no route; write lines such as \"GET /user/<id>\"");
        }
        return new RouteFile(collector.routes, collector.leftOut);
    }

    private static final class Collector {
        private final RouteText text;
        private final List<DeclaredRoute> routes = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();

        Collector(RouteText text) {
            this.text = text;
        }

        void add(ParsedRoute written) {
            for (String method : written.methods()) {
                if (!RouteMethods.isOne(method)) {
                    throw text.wrong(
                            written.line(),
                            "\"" + method + "\" is no request method; write one such as GET, or * for any");
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
            for (String pattern : spelled(written.line(), base, written.path())) {
                if (pattern.matches("/<[^<>/]*\\+>")) {
                    leftOut.add(new LeftOut(
                            origin, pattern, "it takes every path, and what no other route declares is to be seen"));
                } else {
                    RouteMethods.normal(written.methods())
                            .forEach(method ->
                                    routes.add(new DeclaredRoute(method, base, pattern, origin, written.facts())));
                }
            }
        }

        private List<String> spelled(int line, String base, String path) {
            try {
                return PathTemplate.patterns(path).stream()
                        .map(pattern -> pattern.equals("/") && !base.isEmpty() ? base : base + pattern)
                        .toList();
            } catch (IllegalArgumentException e) {
                throw text.wrong(line, e.getMessage());
            }
        }
    }
}
