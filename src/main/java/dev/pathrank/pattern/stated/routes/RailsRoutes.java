package dev.pathrank.pattern.stated.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parser of what {@code rails routes} and {@code rake routes} print, with {@code --expanded} too
 * (ActionDispatch::Routing::ConsoleFormatter): lines of a name, a verb, a path and a handler, where all but the path
 * may be missing. Routes of a mounted engine are in a section of their own and begin with the path at which the engine
 * is mounted; any other mounted application takes every path below its own.
 */
final class RailsRoutes implements RouteParser {
    private static final Pattern HEADER = Pattern.compile("\\s*Prefix\\s+Verb\\s+URI Pattern\\b.*");
    private static final Pattern EXPANDED = Pattern.compile("-+\\[ Route \\d+ ]-*");
    private static final Pattern ROUTE = Pattern.compile(
            "\\s*(?:[^\\s/]+\\s+)??(?:(?<verbs>[A-Z]+(?:\\|[A-Z]+){0,64})\\s+)?(?<path>/\\S*)(?:\\s+(?<target>.*))?");
    private static final Pattern OF_ACTION = Pattern.compile("\\S+#\\S+.*|\\{.*:(?:controller|action)\\b.*");
    private static final Pattern SECTION = Pattern.compile("\\W*Routes for (?<engine>\\w+(?:::\\w+){0,64})\\W*");
    private static final Pattern CELL = Pattern.compile("(?<name>[A-Z][\\w# ]*?)\\s*\\| ?(?<value>.*)");
    private static final Pattern FOOTER = Pattern.compile("For more information about routes.*|https?://.*");

    @Override
    public boolean recognises(RouteText text) {
        return text.lines().stream().anyMatch(RailsRoutes::isTypical);
    }

    private static boolean isTypical(String line) {
        if (HEADER.matcher(line).matches() || EXPANDED.matcher(line).matches()) {
            return true;
        }
        Matcher route = ROUTE.matcher(line);
        return line.contains("(.:format)")
                && route.matches()
                && route.group("target") != null
                && OF_ACTION.matcher(route.group("target")).matches();
    }

    @Override
    public List<ParsedRoute> read(RouteText text) {
        Reading reading = new Reading(text, engines(text));
        int number = 0;
        for (String line : text.lines()) {
            number++;
            reading.line(line.stripTrailing(), number);
        }
        reading.endOfRoute();
        return reading.routes;
    }

    private static Set<String> engines(RouteText text) {
        Set<String> engines = new HashSet<>();
        for (String line : text.lines()) {
            Matcher section = SECTION.matcher(line);
            if (section.matches()) {
                engines.add(section.group("engine"));
            }
        }
        return engines;
    }

    /** The state of parsing one file. */
    private static final class Reading {
        private final RouteText text;
        private final Set<String> engines;
        private final Map<String, String> mounts = new HashMap<>();
        private final Map<String, String> cells = new HashMap<>();
        private final List<ParsedRoute> routes = new ArrayList<>();
        private int routeLine;
        private String base = "";

        Reading(RouteText text, Set<String> engines) {
            this.text = text;
            this.engines = engines;
        }

        void line(String line, int number) {
            Matcher section = SECTION.matcher(line);
            Matcher cell = CELL.matcher(line);
            Matcher route = ROUTE.matcher(line);
            if (section.matches()) {
                endOfRoute();
                base = mounts.getOrDefault(section.group("engine"), "");
            } else if (EXPANDED.matcher(line).matches()) {
                endOfRoute();
                routeLine = number;
            } else if (routeLine > 0 && cell.matches()) {
                cells.put(cell.group("name"), cell.group("value"));
            } else if (route.matches()) {
                add(route.group("verbs"), route.group("path"), route.group("target"), number);
            } else if (!line.isBlank()
                    && !HEADER.matcher(line).matches()
                    && !FOOTER.matcher(line).matches()) {
                throw text.wrong(
                        number,
                        "\"" + line.strip() + "\" is not a route in the format of rails routes; remove the line");
            }
        }

        /** Adds the route of the expanded form whose lines have ended, if there is one. */
        void endOfRoute() {
            String uri = cells.get("URI");
            if (uri != null) {
                add(cells.get("Verb"), uri, cells.get("Controller#Action"), routeLine);
            } else if (routeLine > 0 && !cells.isEmpty()) {
                throw text.wrong(routeLine, "the route has no URI line; export it again with rails routes --expanded");
            }
            cells.clear();
            routeLine = 0;
        }

        private void add(@Nullable String verbs, String path, @Nullable String target, int number) {
            List<String> methods = verbs == null ? List.of() : RouteMethods.split(verbs);
            String handler = target == null ? "" : target.strip();
            boolean handled = OF_ACTION.matcher(handler).matches() || handler.startsWith("redirect");
            if (methods.isEmpty() && !handled && !handler.isEmpty()) {
                mount(path, handler, number);
            } else {
                routes.add(below(ParsedRoute.of(methods, path, number)));
            }
        }

        private void mount(String path, String handler, int number) {
            String application = handler.split("\\s", 2)[0];
            if (engines.contains(application)) {
                mounts.put(application, base + (path.equals("/") ? "" : path));
            } else {
                routes.add(below(ParsedRoute.of(List.of(), path, number)));
                routes.add(below(ParsedRoute.of(List.of(), path + "/*path", number)));
            }
        }

        private ParsedRoute below(ParsedRoute route) {
            return base.isEmpty() ? route : route.below(List.of(base));
        }
    }
}
