package dev.pathrank.pattern.stated.routes;

import java.util.List;

/**
 * A route as a format writes it.
 *
 * @param methods as written, in any case; empty for any method
 * @param bases path prefixes, each of which the route exists under; empty where there is none
 * @param path in the spelling of its framework
 * @param line where it is written, from 1
 * @param facts what else the file says of it
 * @param leaveOut why it is not to be declared, in words; empty where it is
 */
record ParsedRoute(List<String> methods, List<String> bases, String path, int line, RouteFacts facts, String leaveOut) {
    ParsedRoute {
        methods = List.copyOf(methods);
        bases = List.copyOf(bases);
    }

    static ParsedRoute of(List<String> methods, String path, int line) {
        return new ParsedRoute(methods, List.of(), path, line, RouteFacts.NONE, "");
    }

    ParsedRoute below(List<String> paths) {
        return new ParsedRoute(methods, paths, path, line, facts, leaveOut);
    }

    ParsedRoute with(RouteFacts known) {
        return new ParsedRoute(methods, bases, path, line, known, leaveOut);
    }

    ParsedRoute leftOut(String why) {
        return new ParsedRoute(methods, bases, path, line, facts, why);
    }
}
