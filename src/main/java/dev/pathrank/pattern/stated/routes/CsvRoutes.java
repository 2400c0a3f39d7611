package dev.pathrank.pattern.stated.routes;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import dev.pathrank.text.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parser of tables with a header: CSV, TSV or any other delimiter. A column for the path is required, those for the
 * method and for {@link RouteFacts} are optional, and others are ignored; one that is probably a slip is named.
 */
final class CsvRoutes implements RouteParser {
    private static final Set<String> PATH_NAMES =
            Set.of("path", "route", "pattern", "uri", "url", "uri_pattern", "endpoint");
    private static final Set<String> METHOD_NAMES =
            Set.of("method", "methods", "verb", "verbs", "http_method", "http_methods", "http_verb");

    /** Finds the first character of the header that is neither part of a name nor a quote. */
    private static final Pattern DELIMITER = Pattern.compile("[^A-Za-z0-9_\"' .#/-]");

    private static final int LONGEST_CELL = 1 << 16;
    private static final int MOST_CELLS = 512;

    @Override
    public boolean recognises(RouteText text) {
        int header = header(text);
        return header >= 0 && pathColumn(names(text.lines().get(header))) >= 0;
    }

    /** Returns the index of the first line that is neither blank nor a remark, or -1. */
    private static int header(RouteText text) {
        List<String> lines = text.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                return i;
            }
        }
        return -1;
    }

    private static char delimiter(String header) {
        Matcher found = DELIMITER.matcher(header);
        return found.find() ? found.group().charAt(0) : ',';
    }

    private static List<String> names(String header) {
        return Arrays.stream(header.split(Pattern.quote(String.valueOf(delimiter(header))), -1))
                .map(name -> name.strip().replaceAll("^[\"']|[\"']$", "").strip())
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[ .-]+", "_"))
                .toList();
    }

    private static int pathColumn(List<String> names) {
        // Flask and others name the handler "endpoint", so any other name for the path is preferred.
        int exact = column(names, PATH_NAMES, "endpoint");
        return exact >= 0 ? exact : names.indexOf("endpoint");
    }

    /** Returns the index of the first column with one of the wanted names except one, or -1. */
    private static int column(List<String> names, Set<String> wanted, String except) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(names.get(i)) && !names.get(i).equals(except)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public List<ParsedRoute> read(RouteText text) {
        int header = header(text);
        String headerLine = text.lines().get(header);
        List<String> names = names(headerLine);
        int path = pathColumn(names);
        int method = column(names, METHOD_NAMES, "");
        CsvParser parser = new CsvParser(settings(delimiter(headerLine)));
        List<ParsedRoute> routes = slips(names, header + 1);
        int number = 0;
        // Line by line, because a path holds no line break and a message must name the right line.
        for (String line : text.lines()) {
            number++;
            if (number > header + 1 && !line.isBlank() && !line.startsWith("#")) {
                String[] cells = cells(text, parser, line, number);
                routes.add(route(text, cells, path, method, number).with(facts(text, names, cells, number)));
            }
        }
        return routes;
    }

    /** Returns what stands for columns whose names are nearly those of facts that the table lacks. */
    private static List<ParsedRoute> slips(List<String> names, int line) {
        List<String> lacking = RouteFacts.COLUMNS.stream()
                .filter(column -> !names.contains(column))
                .toList();
        List<ParsedRoute> slips = new ArrayList<>();
        for (String name : names) {
            boolean taken =
                    PATH_NAMES.contains(name) || METHOD_NAMES.contains(name) || RouteFacts.COLUMNS.contains(name);
            List<String> nearest = taken ? List.of() : Suggestions.nearest(name, lacking);
            if (!nearest.isEmpty()) {
                slips.add(ParsedRoute.of(List.of(), "the column \"" + name + "\"", line)
                        .leftOut("no column is called so; did you mean " + nearest.get(0) + "?"));
            }
        }
        return slips;
    }

    private static RouteFacts facts(RouteText text, List<String> names, String[] cells, int number) {
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), cells.length); i++) {
            if (RouteFacts.COLUMNS.contains(names.get(i))) {
                known.putIfAbsent(names.get(i), cells[i]);
            }
        }
        try {
            return RouteFacts.of(known);
        } catch (IllegalArgumentException e) {
            throw text.wrong(number, String.valueOf(e.getMessage()));
        }
    }

    private static String[] cells(RouteText text, CsvParser parser, String line, int number) {
        try {
            return parser.parseLine(line);
        } catch (TextParsingException e) {
            throw text.wrong(
                    number,
                    "the row has more than " + MOST_CELLS + " cells, or one of more than " + LONGEST_CELL
                            + " characters; shorten it");
        }
    }

    private static CsvParserSettings settings(char delimiter) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.setMaxColumns(MOST_CELLS);
        settings.setMaxCharsPerColumn(LONGEST_CELL);
        settings.setNullValue("");
        settings.setEmptyValue("");
        return settings;
    }

    private static ParsedRoute route(RouteText text, String[] cells, int path, int method, int number) {
        if (cells == null || cells.length <= path || cells[path].isBlank()) {
            throw text.wrong(number, "the row has no path; every row needs one cell for each column of the header");
        }
        String methods = method >= 0 && method < cells.length ? cells[method] : "";
        return ParsedRoute.of(RouteMethods.split(methods), cells[path].strip(), number);
    }
}
