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
record WrittenRoute(
        List<String> methods, List<String> bases, String path, int line, RouteFacts facts, String leaveOut) {
    WrittenRoute {
        methods = List.copyOf(methods);
        bases = List.copyOf(bases);
    }

    static WrittenRoute of(List<String> methods, String path, int line) {
        return new WrittenRoute(methods, List.of(), path, line, RouteFacts.NONE, "");
    }

    WrittenRoute below(List<String> paths) {
        return new WrittenRoute(methods, paths, path, line, facts, leaveOut);
    }

    WrittenRoute with(RouteFacts known) {
        return new WrittenRoute(methods, bases, path, line, known, leaveOut);
    }

    WrittenRoute leftOut(String why) {
        return new WrittenRoute(methods, bases, path, line, facts, why);
    }
}
