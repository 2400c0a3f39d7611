package dev.pathrank.log.text;

import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.Header;
import dev.pathrank.text.ByteSearch;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between the cells of a row. A raw tab always does, since CloudFront escapes those in values. Else it is
 * what fits best of what the user said, what stands between the column names, what stands between date and time, and
 * what owners commonly choose.
 */
final class DelimiterGuess {
    private static final Pattern DATE_AND_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(.{1,5}?)\\d\\d:\\d\\d:\\d\\d", Pattern.DOTALL);
    private static final List<String> COMMON =
            List.of("|", ";", ",", " ", "\u0001", "\u001F", "\u001E", "^", "~", "||", "&", ":", "#", "@", "!", "$");

    private final Optional<String> given;
    private final RowShape shape = new RowShape();

    DelimiterGuess(Optional<String> given) {
        this.given = given;
    }

    /** The delimiter of a row that is one of {@code header}, or empty where nothing fits it. */
    Optional<String> of(byte[] bytes, int from, int to, Header header) {
        if (ByteSearch.indexOf((byte) '\t', bytes, from, to) >= 0) {
            return Optional.of(FieldRanges.TAB);
        }
        Optional<String> roughly = Optional.empty();
        for (String candidate : candidates(bytes, from, to, header)) {
            RowShape.Fit fit = shape.fit(bytes, from, to, header, candidate);
            if (fit == RowShape.Fit.EXACT) {
                return Optional.of(candidate);
            }
            if (fit == RowShape.Fit.OTHER_LENGTH && roughly.isEmpty()) {
                roughly = Optional.of(candidate);
            }
        }
        return roughly;
    }

    /** The layout that a row without a header fits in every respect; only tabs are believed without being told. */
    Optional<FieldLayout> layout(byte[] bytes, int from, int to, List<FieldLayout> layouts) {
        return layouts.stream()
                .filter(layout -> shape.fit(bytes, from, to, layout.header(), FieldRanges.TAB) == RowShape.Fit.EXACT)
                .findFirst();
    }

    /** Whether a row has the cells of {@code header}, as many and of its shapes. */
    boolean fits(byte[] bytes, int from, int to, Header header, String delimiter) {
        return shape.fit(bytes, from, to, header, delimiter) == RowShape.Fit.EXACT;
    }

    private Set<String> candidates(byte[] bytes, int from, int to, Header header) {
        Set<String> candidates = new LinkedHashSet<>();
        given.ifPresent(candidates::add);
        header.separator().ifPresent(candidates::add);
        Matcher dateAndTime = DATE_AND_TIME.matcher(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        if (dateAndTime.find()) {
            candidates.add(dateAndTime.group(1));
        }
        candidates.addAll(COMMON);
        return candidates;
    }
}
