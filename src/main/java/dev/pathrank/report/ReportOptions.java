package dev.pathrank.report;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.RankedEndpoint;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a report: which rows of a ranking are shown, and how. None changes a cell of what is shown.
 *
 * @param style how the table is written
 * @param byHost whether the host has a column
 * @param top most rows, counted after {@code only}; null for all
 * @param only kinds that are shown
 * @param withRoutes whether there is a column that says what is declared
 * @param placeholder style of placeholders
 */
public record ReportOptions(
        TableStyle style,
        boolean byHost,
        @Nullable Integer top,
        Set<EndpointKind> only,
        boolean withRoutes,
        PlaceholderStyle placeholder) {
    /** Every row, as CSV. */
    public static final ReportOptions DEFAULT = new ReportOptions(
            TableStyle.DEFAULT, false, null, EnumSet.allOf(EndpointKind.class), false, PlaceholderStyle.ANGLE);

    public ReportOptions {
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(placeholder, "placeholder");
        only = Set.copyOf(only);
        if (top != null && top < 1) {
            throw new IllegalArgumentException("top must be 1 or more: " + top);
        }
        if (only.isEmpty()) {
            throw new IllegalArgumentException("only must name a kind");
        }
    }

    /** Returns the format of the table. */
    public Format format() {
        return style.format();
    }

    /** Returns the rows of a whole ranking that are shown. */
    public List<RankedEndpoint> shown(List<RankedEndpoint> ranking) {
        return ranking.stream()
                .filter(row -> only.contains(row.kind()))
                .limit(top == null ? Integer.MAX_VALUE : top)
                .toList();
    }
}
