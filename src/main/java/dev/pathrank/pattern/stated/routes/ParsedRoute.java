package dev.pathrank.pattern.stated.routes;

import java.util.List;

/**
 * A route as a file writes it.
 *
 * @param methods the methods as written, in any letter case; empty for every method
 * @param bases path prefixes below each of which the route exists; empty where there are none
 * @param path the path template in the syntax of its framework
 * @param line where it is written, from 1
 * @param facts what else the file says about the route
 * @param leaveOut why it is left out, in words; empty where it is declared
 */
record ParsedRoute(List<String> methods, List<String> bases, String path, int line, RouteFacts facts, String leaveOut) {
    /** Why a framework's handler of static files is left out. */
    static final String STATIC_FILES = "it serves static files, which are reported one by one";

    ParsedRoute {
        methods = List.copyOf(methods);
        bases = List.copyOf(bases);
    }

    /** Returns a route without bases and facts. */
    static ParsedRoute of(List<String> methods, String path, int line) {
        return new ParsedRoute(methods, List.of(), path, line, RouteFacts.NONE, "");
    }

    /** Returns this route below each of the given path prefixes. */
    ParsedRoute below(List<String> paths) {
        return new ParsedRoute(methods, paths, path, line, facts, leaveOut);
    }

    /** Returns this route with facts. */
    ParsedRoute with(RouteFacts known) {
        return new ParsedRoute(methods, bases, path, line, known, leaveOut);
    }

    /** Returns this route with a reason to leave it out. */
    ParsedRoute leftOut(String why) {
        return new ParsedRoute(methods, bases, path, line, facts, why);
    }
}
