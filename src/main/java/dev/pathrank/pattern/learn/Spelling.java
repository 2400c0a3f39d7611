package dev.pathrank.pattern.learn;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One way in which an endpoint was written: {@code /users/<id>}, {@code /users/<id>/} and {@code /Users/<id>} are spellings of one endpoint, which
 * a gateway tells apart.
 *
 * @param text the pattern as it was spelled, printable
 * @param answered calls spelled so that led to an answer (status 100 to 399) or belong to a stated pattern
 * @param calls all calls spelled so
 */
public record Spelling(String text, long answered, long calls) {
    /** The order of spellings: the most answered first, then the most called, then by bytes. */
    static final Comparator<Spelling> ORDER = Comparator.comparingLong(Spelling::answered)
            .thenComparingLong(Spelling::calls)
            .reversed()
            .thenComparing(spelling -> spelling.text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    /** Both together, in the first one's text. */
    public Spelling plus(Spelling other) {
        return new Spelling(text, answered + other.answered, calls + other.calls);
    }

    /** The values of {@code byText} in their {@link #ORDER}. */
    public static List<Spelling> inOrder(Map<String, Spelling> byText) {
        return byText.values().stream().sorted(ORDER).toList();
    }

    /** A pattern without its trailing and doubled slashes. */
    public static String withoutSlashes(String pattern) {
        StringBuilder plain = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '/' || plain.length() == 0 || plain.charAt(plain.length() - 1) != '/') {
                plain.append(c);
            }
        }
        if (plain.length() > 1 && plain.charAt(plain.length() - 1) == '/') {
            plain.setLength(plain.length() - 1);
        }
        return plain.toString();
    }
}
