package dev.pathrank.samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A route of the generated shop, and its use.
 *
 * @param calls relative weight; 0 for a route that nobody calls
 * @param path with placeholders: {@code /user/<id>}
 * @param cachedPercent calls that the edge answers from its cache
 * @param medianMs median duration at the origin
 * @param spread sigma of its log-normal distribution
 * @param bytes typical size of an answer
 */
record Route(
        int calls,
        String method,
        String path,
        double cachedPercent,
        int medianMs,
        double spread,
        int bytes,
        String contentType,
        List<ErrorRate> errors) {

    /** How often a route answers with {@code status}. */
    record ErrorRate(int status, double percent) {}

    private static final Pattern COLUMN = Pattern.compile("\\s*\\|\\s*");

    Route {
        errors = List.copyOf(errors);
    }

    /** The routes of a table that is a resource of this class. */
    static List<Route> table(String resource) {
        return lines(resource).map(Route::parse).toList();
    }

    /** The lines of a resource of this class, without comments. */
    static Stream<String> lines(String resource) {
        List<String> lines = new ArrayList<>();
        InputStream bytes = Objects.requireNonNull(Route.class.getResourceAsStream(resource), resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return lines.stream();
    }

    private static Route parse(String line) {
        String[] cells = COLUMN.split(line, -1);
        return new Route(
                Integer.parseInt(cells[0]),
                cells[1],
                cells[2],
                Double.parseDouble(cells[3]),
                Integer.parseInt(cells[4]),
                Double.parseDouble(cells[5]),
                Integer.parseInt(cells[6]),
                cells[7],
                errors(cells[8]));
    }

    private static List<ErrorRate> errors(String cell) {
        List<ErrorRate> errors = new ArrayList<>();
        for (String error : cell.isEmpty() ? new String[0] : cell.split(",", -1)) {
            int colon = error.indexOf(':');
            errors.add(new ErrorRate(
                    Integer.parseInt(error.substring(0, colon)), Double.parseDouble(error.substring(colon + 1))));
        }
        return errors;
    }

    /** Whether the answer is always the same file. */
    boolean isFile() {
        return path.startsWith("/static/");
    }

    /** The same route, called at least this often. */
    Route calledAtLeast(int least) {
        return new Route(
                Math.max(calls, least), method, path, cachedPercent, medianMs, spread, bytes, contentType, errors);
    }

    /** A path as a viewer sends it: a value in each placeholder's place. */
    String fill(SampleValues values, Draw draw) {
        StringBuilder filled = new StringBuilder();
        int done = 0;
        for (int open = path.indexOf('<'); open >= 0; open = path.indexOf('<', done)) {
            int close = path.indexOf('>', open);
            filled.append(path, done, open).append(values.next(path.substring(open + 1, close), draw));
            done = close + 1;
        }
        return filled.append(path, done, path.length()).toString();
    }
}
