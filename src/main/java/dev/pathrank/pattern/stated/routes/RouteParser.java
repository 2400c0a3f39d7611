package dev.pathrank.pattern.stated.routes;

import java.util.List;

/** A parser of one format of routes files. */
interface RouteParser {
    /** Whether the text is of this format. */
    boolean recognises(RouteText text);

    /**
     * Parses a text that this parser recognises.
     *
     * @throws RouteFileException if it cannot be parsed
     */
    List<ParsedRoute> read(RouteText text);
}
