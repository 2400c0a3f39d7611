package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.QueryPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A spelling of an endpoint in requests: {@code /users/<id>}, {@code /users/<id>/} and {@code /Users/<id>} are
 * spellings of one endpoint, which a gateway treats as different.
 *
 * @param text the pattern in this spelling, printable
 * @param answered rows in this spelling that were answered (status 100 to 399) or belong to a stated pattern
 * @param rows all rows in this spelling
 */
public record Spelling(String text, long answered, long rows) {
    /** The order of spellings: the most answered first, then the most called, then by bytes. */
    static final Comparator<Spelling> ORDER = Comparator.comparingLong(Spelling::answered)
            .thenComparingLong(Spelling::rows)
            .reversed()
            .thenComparing(spelling -> spelling.text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    /** Returns this with keys of a query as they are printed. */
    Spelling printed() {
        return new Spelling(QueryPath.printed(text), answered, rows);
    }

    /** Returns the sum of both spellings, with the text of this one. */
    public Spelling plus(Spelling other) {
        return new Spelling(text, answered + other.answered, rows + other.rows);
    }

    /** Returns the values of {@code byText}, the most answered first, then the most called, then by bytes. */
    public static List<Spelling> inOrder(Map<String, Spelling> byText) {
        return byText.values().stream().sorted(ORDER).toList();
    }

    /** Returns a pattern without the trailing and doubled slashes of its path. */
    public static String withoutSlashes(String pattern) {
        String path = QueryPath.path(pattern);
        StringBuilder shortened = new StringBuilder(pattern.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '/' || shortened.length() == 0 || shortened.charAt(shortened.length() - 1) != '/') {
                shortened.append(c);
            }
        }
        if (shortened.length() > 1 && shortened.charAt(shortened.length() - 1) == '/') {
            shortened.setLength(shortened.length() - 1);
        }
        return shortened.append(pattern, path.length(), pattern.length()).toString();
    }
}
