package dev.pathrank.pattern.stated.routes;

import java.util.List;

/** One way to write routes. */
interface RouteParser {
    /** Whether the text is of this format. */
    boolean recognises(RouteText text);

    /** @throws RouteFileException if it is, and is wrong */
    List<ParsedRoute> read(RouteText text);
}
