package dev.pathrank.pattern.stated.routes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What only people know about a route, from further columns of a table of routes.
 *
 * @param complexity 0 (trivial) to 5; null where it is not given
 * @param sensitive whether it handles sign-in or personal data
 * @param auth whether it needs a signed-in user
 * @param owner who is responsible for it; may be empty
 * @param memoryMb the memory that its function needs, in MiB, at least 128; null where it is not given
 * @param group the name of the group of routes that must move together; may be empty
 * @param never whether it must not move
 * @param after routes that must move before, as {@code GET /user/<id>}, or {@code /user/<id>} for every method
 */
public record RouteFacts(
        @Nullable Integer complexity,
        boolean sensitive,
        boolean auth,
        String owner,
        @Nullable Long memoryMb,
        String group,
        boolean never,
        List<String> after) {
    /** No facts. */
    public static final RouteFacts NONE = new RouteFacts(null, false, false, "", null, "", false, List.of());

    /** The largest {@link #complexity()}. */
    public static final int MOST_COMPLEX = 5;

    private static final long LEAST_MEMORY_MB = 128;

    static final Set<String> COLUMNS =
            Set.of("complexity", "sensitive", "auth", "owner", "memory", "group", "never", "after");

    /** Words for no, also of those who keep their tables in German, Japanese or Korean. */
    private static final Set<String> NO = Set.of(
            "", "no", "n", "false", "0", "-", "none", "n/a", //
            "nein", "keine", //
            "いいえ", "なし", //
            "아니오", "아니요", "없음");

    public RouteFacts {
        after = List.copyOf(after);
    }

    /** Returns the memory that the function needs, in MiB, or {@code other} where it is not given. */
    public long memoryMbOr(long other) {
        return memoryMb == null ? other : memoryMb;
    }

    /**
     * Parses the cells of a row.
     *
     * @param cells by the name of their column, for those of {@link #COLUMNS} that the table has
     * @throws IllegalArgumentException if a cell cannot be parsed; the message says what to write
     */
    static RouteFacts of(Map<String, String> cells) {
        return new RouteFacts(
                complexity(cell(cells, "complexity")),
                isYes(cell(cells, "sensitive")),
                isYes(cell(cells, "auth")),
                cell(cells, "owner"),
                memory(cell(cells, "memory")),
                cell(cells, "group"),
                isYes(cell(cells, "never")),
                after(cell(cells, "after")));
    }

    private static String cell(Map<String, String> cells, String name) {
        return cells.getOrDefault(name, "").strip();
    }

    /** Whether a cell means yes: any text but a no does, such as the kind of authentication. */
    private static boolean isYes(String cell) {
        return !NO.contains(cell.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Integer complexity(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        if (!cell.matches("[0-" + MOST_COMPLEX + "]")) {
            throw new IllegalArgumentException(
                    "complexity is \"" + cell + "\"; write 0 (trivial) to " + MOST_COMPLEX + ", or leave it empty");
        }
        return Integer.valueOf(cell);
    }

    private static @Nullable Long memory(String cell) {
        String figure = cell.replaceFirst("(?i)\\s*(mb|mib)$", "");
        if (figure.isEmpty()) {
            return null;
        }
        if (!figure.matches("\\d{1,5}") || Long.parseLong(figure) < LEAST_MEMORY_MB) {
            throw new IllegalArgumentException(
                    "memory is \"" + cell + "\"; write megabytes such as 512, at least " + LEAST_MEMORY_MB);
        }
        return Long.valueOf(figure);
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
        String pattern = RouteTemplate.patterns(words[words.length - 1]).get(0);
        return words.length == 1 ? pattern : words[0].toUpperCase(Locale.ROOT) + " " + pattern;
    }
}
