package dev.pathrank.pattern.stated.routes;

/** Thrown when a routes file cannot be parsed; the message says file, line, what is wrong and what to do. */
public final class RouteFileException extends IllegalArgumentException {
    private static final int LONGEST = 600;

    RouteFileException(String file, int line, String what) {
        super(file + " line " + line + ": " + shortened(what));
    }

    RouteFileException(String file, String what) {
        super(file + ": " + shortened(what));
    }

    /**
     * Returns a text without its middle where it quotes a file at length: the beginning says what, the end what to do.
     */
    private static String shortened(String what) {
        return what.length() <= LONGEST
                ? what
                : what.substring(0, LONGEST / 2) + "..." + what.substring(what.length() - LONGEST / 2);
    }
}
