package dev.pathrank.report;

import dev.pathrank.rank.Kind;
import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What of a ranking is shown, and how. None of it changes a cell of what is shown.
 *
 * @param format how it is written
 * @param byHost whether the host has a column
 * @param top how many rows at most, counted after {@code only}; empty for all
 * @param only the kinds that are shown
 */
public record ReportOptions(Format format, boolean byHost, OptionalInt top, Set<Kind> only) {
    /** Every row, as CSV. */
    public static final ReportOptions DEFAULT =
            new ReportOptions(Format.CSV, false, OptionalInt.empty(), EnumSet.allOf(Kind.class));

    public ReportOptions {
        Objects.requireNonNull(format, "format");
        only = Set.copyOf(only);
        if (top.orElse(1) < 1) {
            throw new IllegalArgumentException("top must be 1 or more: " + top.getAsInt());
        }
        if (only.isEmpty()) {
            throw new IllegalArgumentException("only must name a kind");
        }
    }
}
