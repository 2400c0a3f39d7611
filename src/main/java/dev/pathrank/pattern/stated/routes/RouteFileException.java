package dev.pathrank.pattern.stated.routes;

/** Thrown when a routes file cannot be parsed; the message says file, line, what is wrong and what to do. */
public final class RouteFileException extends IllegalArgumentException {
    RouteFileException(String file, int line, String what) {
        super(file + " line " + line + ": " + what);
    }

    RouteFileException(String file, String what) {
        super(file + ": " + what);
    }
}
