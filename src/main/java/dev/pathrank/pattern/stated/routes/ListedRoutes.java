package dev.pathrank.pattern.stated.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parser of lists with a route a line: {@code METHOD /path}, {@code GET|POST /path}, {@code GET, POST /path}, or a
 * path alone for any method. Words after the path, such as the name of its handler, are ignored; so are blank lines and
 * lines that begin with {@code #} or {@code //}.
 */
final class ListedRoutes implements RouteParser {
    // A loop with a bound, for each turn takes a call within another.
    private static final Pattern LINE =
            Pattern.compile("(?<methods>[A-Za-z-]+(?:\\s*[|,]\\s*[A-Za-z-]+){0,64}|\\*)[\\s:,;]+(?<path>[^\\s,"
                    + ";]\\S*)(?:\\s+(?<after>.*))?");
    private static final Pattern PATH = Pattern.compile("(?<path>(?:[/^]|https?://)\\S*)(?:\\s+(?<after>.*))?");

    private static final int LONGEST = 1 << 14;

    @Override
    public boolean recognises(RouteText text) {
        return true;
    }

    @Override
    public List<ParsedRoute> read(RouteText text) {
        List<ParsedRoute> routes = new ArrayList<>();
        int number = 0;
        for (String line : text.lines()) {
            number++;
            String content = line.strip();
            if (!content.isEmpty() && !content.startsWith("#") && !content.startsWith("//")) {
                routes.add(route(text, content, number));
            }
        }
        return routes;
    }

    private static ParsedRoute route(RouteText text, String line, int number) {
        if (line.length() > LONGEST) {
            throw text.wrong(number, "the line has " + line.length() + " characters; write one route a line");
        }
        Matcher alone = PATH.matcher(line);
        Matcher whole = alone.matches() ? alone : LINE.matcher(line);
        if (!whole.matches() || startsAnother(whole.group("after"))) {
            throw text.wrong(
                    number,
                    "\"" + shortened(line)
                            + "\" is not a route; write a line such as \"GET /user/<id>\", and # before a comment");
        }
        List<String> methods = whole == alone ? List.of() : RouteMethods.split(whole.group("methods"));
        return ParsedRoute.of(methods, whole.group("path"), number);
    }

    private static boolean startsAnother(@Nullable String after) {
        return after != null && after.startsWith("/") && !after.startsWith("//");
    }

    private static String shortened(String line) {
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }
}
