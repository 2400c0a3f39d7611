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
import org.jspecify.annotations.Nullable;

/**
 * Guesses the delimiter of a row. A raw tab always is one, because CloudFront escapes tabs in values. Otherwise the
 * candidates are the user's delimiter, the text between the column names, the text between date and time, and common
 * delimiters; the first that fits wins.
 */
final class DelimiterGuess {
    private static final Pattern DATE_AND_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(.{1,5}?)\\d\\d:\\d\\d:\\d\\d", Pattern.DOTALL);
    private static final List<String> COMMON =
            List.of("|", ";", ",", " ", "\u0001", "\u001F", "\u001E", "^", "~", "||", "&", ":", "#", "@", "!", "$");

    private final @Nullable String given;
    private final RowShape shape = new RowShape();

    /** @param given the user's delimiter, or null */
    DelimiterGuess(@Nullable String given) {
        this.given = given;
    }

    /** Returns the delimiter of a row with the columns of {@code header}; empty where none fits. */
    Optional<String> of(ByteSlice row, Header header) {
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

    /** Returns the first layout that a row of tab-separated values fits exactly. */
    Optional<FieldLayout> layout(ByteSlice row, List<FieldLayout> layouts) {
        return layouts.stream()
                .filter(layout -> shape.fit(row, layout.header(), FieldRanges.TAB) == RowShape.Fit.EXACT)
                .findFirst();
    }

    /** Returns whether a row has exactly the columns of {@code header}, and plausible values in them. */
    boolean fits(ByteSlice row, Header header, String delimiter) {
        return shape.fit(row, header, delimiter) == RowShape.Fit.EXACT;
    }

    private Set<String> candidates(ByteSlice row, Header header) {
        Set<String> candidates = new LinkedHashSet<>();
        if (given != null) {
            candidates.add(given);
        }
        header.separator().ifPresent(candidates::add);
        Matcher dateAndTime = DATE_AND_TIME.matcher(row.toString());
        if (dateAndTime.find()) {
            candidates.add(dateAndTime.group(1));
        }
        candidates.addAll(COMMON);
        return candidates;
    }
}
