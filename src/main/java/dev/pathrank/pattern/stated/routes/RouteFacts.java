package dev.pathrank.pattern.stated.routes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What only people know of a route, from further columns of a table of routes.
 *
 * @param complexity 0 (trivial) to 5; empty where nobody said
 * @param sensitive whether it handles sign-in or personal data
 * @param auth whether it needs a signed-in user
 * @param owner who answers for it; may be empty
 * @param memoryMb what its function needs; empty where nobody said
 * @param group what it moves together with; may be empty
 * @param never whether it must stay where it is
 * @param after routes that must have moved before, as {@code GET /user/<id>} or {@code /user/<id>} for every method
 */
public record RouteFacts(
        OptionalInt complexity,
        boolean sensitive,
        boolean auth,
        String owner,
        OptionalLong memoryMb,
        String group,
        boolean never,
        List<String> after) {
    /** Nobody said anything. */
    public static final RouteFacts NONE =
            new RouteFacts(OptionalInt.empty(), false, false, "", OptionalLong.empty(), "", false, List.of());

    /** The largest {@link #complexity()}. */
    public static final int MOST_COMPLEX = 5;

    private static final long LEAST_MEMORY_MB = 128;

    static final Set<String> COLUMNS =
            Set.of("complexity", "sensitive", "auth", "owner", "memory", "group", "never", "after");

    private static final Set<String> NO = Set.of("", "no", "n", "false", "0", "-", "none");

    public RouteFacts {
        after = List.copyOf(after);
    }

    /**
     * Reads the cells of a row.
     *
     * @param cells by the name of their column, those of {@link #COLUMNS} that the table has
     * @throws IllegalArgumentException if one cannot be understood; the message says what to write
     */
    static RouteFacts of(Map<String, String> cells) {
        return new RouteFacts(
                complexity(cell(cells, "complexity")),
                yes(cell(cells, "sensitive")),
                yes(cell(cells, "auth")),
                cell(cells, "owner"),
                memory(cell(cells, "memory")),
                cell(cells, "group"),
                yes(cell(cells, "never")),
                after(cell(cells, "after")));
    }

    private static String cell(Map<String, String> cells, String name) {
        return cells.getOrDefault(name, "").strip();
    }

    /** Whatever is not a way to say no is a yes, such as the kind of authentication. */
    private static boolean yes(String cell) {
        return !NO.contains(cell.toLowerCase(Locale.ROOT));
    }

    private static OptionalInt complexity(String cell) {
        if (cell.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!cell.matches("[0-" + MOST_COMPLEX + "]")) {
            throw new IllegalArgumentException(
                    "complexity is \"" + cell + "\"; write 0 (trivial) to " + MOST_COMPLEX + ", or leave it empty");
        }
        return OptionalInt.of(Integer.parseInt(cell));
    }

    private static OptionalLong memory(String cell) {
        String figure = cell.replaceFirst("(?i)\\s*(mb|mib)$", "");
        if (figure.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!figure.matches("\\d{1,5}") || Long.parseLong(figure) < LEAST_MEMORY_MB) {
            throw new IllegalArgumentException(
                    "memory is \"" + cell + "\"; write megabytes such as 512, at least " + LEAST_MEMORY_MB);
        }
        return OptionalLong.of(Long.parseLong(figure));
    }

    private static List<String> after(String cell) {
        return Arrays.stream(cell.split("[;|]"))
                .map(String::strip)
                .filter(route -> !route.isEmpty())
                .map(RouteFacts::route)
                .toList();
    }

    private static String route(String written) {
        String[] words = written.split("\\s+");
        if (words.length > 2 || !words[words.length - 1].startsWith("/")) {
            throw new IllegalArgumentException("after is \"" + written
                    + "\"; write endpoints such as \"GET /user/<id>\", several with ; between them");
        }
        String pattern = PathTemplate.patterns(words[words.length - 1]).get(0);
        return words.length == 1 ? pattern : words[0].toUpperCase(Locale.ROOT) + " " + pattern;
    }
}
