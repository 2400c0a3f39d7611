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
 * What of a ranking is shown, and how. None of it changes a cell of what is shown.
 *
 * @param format how it is written
 * @param byHost whether the host has a column
 * @param top how many rows at most, counted after {@code only}; null for all
 * @param only the kinds that are shown
 * @param withRoutes whether there is a column that says what is declared
 * @param placeholder how placeholders are written
 */
public record ReportOptions(
        Format format,
        boolean byHost,
        @Nullable Integer top,
        Set<EndpointKind> only,
        boolean withRoutes,
        PlaceholderStyle placeholder) {
    /** Every row, as CSV. */
    public static final ReportOptions DEFAULT = new ReportOptions(
            Format.CSV, false, null, EnumSet.allOf(EndpointKind.class), false, PlaceholderStyle.ANGLE);

    public ReportOptions {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(placeholder, "placeholder");
        only = Set.copyOf(only);
        if (top != null && top < 1) {
            throw new IllegalArgumentException("top must be 1 or more: " + top);
        }
        if (only.isEmpty()) {
            throw new IllegalArgumentException("only must name a kind");
        }
    }

    /** The rows of a whole ranking that are shown. */
    public List<RankedEndpoint> shown(List<RankedEndpoint> ranking) {
        return ranking.stream()
                .filter(row -> only.contains(row.kind()))
                .limit(top == null ? Integer.MAX_VALUE : top)
                .toList();
    }
}
