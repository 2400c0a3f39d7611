package dev.pathrank.pattern.learn;

import dev.pathrank.pattern.segment.SegmentNormalizer;
import dev.pathrank.text.PercentEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a segment of a pattern in which there is at least one value: {@code <uuid>.json},
 * {@code <hex>_<number>x<number>.jpg}.
 */
final class SegmentTemplate {
    /** What the values of some placeholders look like. */
    private static final Map<String, String> VALUES = Map.of(
            "number", "([0-9.+-]*[0-9])",
            "version", "(v?[0-9][0-9a-z.-]*)",
            "uuid", "([0-9a-f-]{36})",
            "hex", "([0-9a-f]++)");

    private final List<Piece> pieces;

    /** All placeholders but the last take no more characters than they have to. */
    private final Pattern expression;

    /**
     * A piece of a template.
     *
     * @param text of a literal, a character for each byte; of a placeholder its name
     */
    record Piece(String text, boolean isPlaceholder) {
        static Piece literal(String text) {
            return new Piece(text, false);
        }

        static Piece placeholder(String name) {
            return new Piece(name, true);
        }
    }

    /** @param pieces literal text and placeholders from the first to the last, at least one */
    SegmentTemplate(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(
                    !piece.isPlaceholder
                            ? Pattern.quote(SegmentNormalizer.normalize(piece.text))
                            : VALUES.getOrDefault(piece.text, "(.+)"));
        }
        this.expression = Pattern.compile(text.toString(), Pattern.DOTALL);
    }

    /** Returns the pieces, from the first to the last. */
    List<Piece> pieces() {
        return pieces;
    }

    /** Returns a placeholder alone. */
    static SegmentTemplate whole(String name) {
        return new SegmentTemplate(List.of(Piece.placeholder(name)));
    }

    /** Returns the template that a text in printed form is: {@code <lat>,<lon>}. */
    static SegmentTemplate parsed(String printed) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (int open = printed.indexOf('<'); open >= 0; open = printed.indexOf('<', at)) {
            int close = printed.indexOf('>', open);
            if (open > at) {
                pieces.add(Piece.literal(printed.substring(at, open)));
            }
            pieces.add(Piece.placeholder(printed.substring(open + 1, close)));
            at = close + 1;
        }
        if (at < printed.length()) {
            pieces.add(Piece.literal(printed.substring(at)));
        }
        return new SegmentTemplate(pieces);
    }

    /** Whether the whole segment is one value. */
    boolean isWhole() {
        return pieces.size() == 1;
    }

    /** Returns the number of placeholders. */
    int placeholders() {
        return (int) pieces.stream().filter(Piece::isPlaceholder).count();
    }

    /** Returns the number of characters that are not in placeholders. */
    int literalLength() {
        return pieces.stream()
                .mapToInt(piece -> piece.isPlaceholder ? 0 : piece.text.length())
                .sum();
    }

    /** Returns this in printed form. */
    String printed() {
        StringBuilder printed = new StringBuilder();
        for (Piece piece : pieces) {
            printed.append(
                    piece.isPlaceholder
                            ? "<" + piece.text + ">"
                            : PercentEncoder.of(piece.text.getBytes(StandardCharsets.ISO_8859_1)));
        }
        return printed.toString();
    }

    /**
     * Whether a segment has all the literal text in its order, with something in the place of each placeholder. Letter
     * case does not matter.
     *
     * @param name a character for each byte
     */
    boolean fits(String name) {
        return values(name).size() == placeholders();
    }

    /**
     * Returns the texts of a segment in the places of the placeholders; empty where it does not {@link #fits fit}.
     *
     * @param name a character for each byte
     */
    List<String> values(String name) {
        Matcher matcher = expression.matcher(SegmentNormalizer.normalize(name));
        List<String> values = new ArrayList<>();
        if (matcher.matches()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                values.add(matcher.group(group));
            }
        }
        return values;
    }
}
