package dev.pathrank.log.text;

import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.Header;
import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the delimiter of a row. The user's is taken wherever it fits. Otherwise a raw tab always is one, because
 * CloudFront escapes tabs in values, and the candidates for rows without tabs are the text between the column names,
 * the text between date and time, and common delimiters; the first that fits wins.
 */
final class DelimiterGuess {
    private static final Pattern DATE_AND_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(.{1,16}?)\\d\\d:\\d\\d:\\d\\d", Pattern.DOTALL);
    private static final List<String> COMMON = List.of(
            "|",
            ";",
            ",",
            FieldRanges.SPACES,
            "\u0001",
            "\u001F",
            "\u001E",
            "^",
            "~",
            "||",
            "&",
            ":",
            "#",
            "@",
            "!",
            "$");

    private final @Nullable String given;
    private final RowShape shape = new RowShape();

    /** @param given the user's delimiter, or null */
    DelimiterGuess(@Nullable String given) {
        this.given = given;
    }

    /** Returns the delimiter of a row with the columns of {@code header}; empty where none fits. */
    Optional<String> of(ByteSlice row, Header header) {
        if (given != null && shape.fit(row, header, given) != RowShape.Fit.NONE) {
            return Optional.of(given);
        }
        if (ByteSearch.indexOf((byte) '\t', row) >= 0) {
            return Optional.of(FieldRanges.TAB);
        }
        Optional<String> roughly = Optional.empty();
        for (String candidate : candidates(row, header)) {
            RowShape.Fit fit = shape.fit(row, header, candidate);
            if (fit == RowShape.Fit.EXACT) {
                return Optional.of(candidate);
            }
            if (fit == RowShape.Fit.OTHER_LENGTH && roughly.isEmpty()) {
                roughly = Optional.of(candidate);
            }
        }
        return roughly;
    }

    /**
     * A layout that fits a row.
     *
     * @param delimiter the text between the row's cells
     */
    record FittingLayout(FieldLayout layout, String delimiter) {}

    /** Returns the first layout that a row fits exactly, or with one empty cell behind its last column. */
    Optional<FittingLayout> layout(ByteSlice row, List<FieldLayout> layouts) {
        for (String delimiter : surelyBetween(row)) {
            boolean emptyCell = row.toString().endsWith(delimiter);
            Optional<FieldLayout> fitting = layouts.stream()
                    .flatMap(layout -> emptyCell ? Stream.of(layout, layout.withEmptyCell()) : Stream.of(layout))
                    .filter(layout -> fits(row, layout.header(), delimiter))
                    .findFirst();
            if (fitting.isPresent()) {
                return Optional.of(new FittingLayout(fitting.get(), delimiter));
            }
        }
        return Optional.empty();
    }

    private Set<String> surelyBetween(ByteSlice row) {
        Set<String> delimiters = new LinkedHashSet<>();
        if (given != null) {
            delimiters.add(given);
        }
        if (ByteSearch.indexOf((byte) '\t', row) >= 0) {
            delimiters.add(FieldRanges.TAB);
        } else {
            betweenDateAndTime(row).ifPresent(delimiters::add);
            delimiters.add(FieldRanges.SPACES);
        }
        return delimiters;
    }

    private static Optional<String> betweenDateAndTime(ByteSlice row) {
        Matcher dateAndTime = DATE_AND_TIME.matcher(row.toString());
        return dateAndTime.find()
                ? Optional.of(dateAndTime.group(1).isBlank() ? FieldRanges.SPACES : dateAndTime.group(1))
                : Optional.empty();
    }

    /** Returns whether a row has exactly the columns of {@code header}, and plausible values in them. */
    boolean fits(ByteSlice row, Header header, String delimiter) {
        return shape.fit(row, header, delimiter) == RowShape.Fit.EXACT;
    }

    private static Set<String> candidates(ByteSlice row, Header header) {
        Set<String> candidates = new LinkedHashSet<>();
        header.separator().ifPresent(candidates::add);
        betweenDateAndTime(row).ifPresent(candidates::add);
        candidates.addAll(COMMON);
        return candidates;
    }
}
