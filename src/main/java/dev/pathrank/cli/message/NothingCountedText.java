package dev.pathrank.cli.message;

import dev.pathrank.log.FilterOptions;
import dev.pathrank.run.NothingCounted;
import dev.pathrank.tally.LogHours;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.SeenRows;
import dev.pathrank.tally.SeenValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Words for a run without a counted row: what became of the rows, and what the filters could have matched. */
public final class NothingCountedText {
    /** The consequence of a run without a counted row, unless {@code --allow-empty} is given. */
    public static final String NO_REPORT = "so there is no report";

    private static final int NAMED = 5;
    private static final String SPLIT = "--at";

    private NothingCountedText() {}

    /**
     * Returns what was seen. Names no option that was not given.
     *
     * @param consequence for the report, in words
     */
    public static String of(NothingCounted nothing, String consequence) {
        return of(nothing, given(nothing), consequence);
    }

    /**
     * Returns what was seen of one of two periods, without a report as the consequence.
     *
     * @param name of the period
     * @param split whether {@code --at} divides the logs into periods, which sets the times of both
     */
    public static String ofPeriod(String name, boolean split, NothingCounted nothing) {
        List<String> given = given(nothing);
        if (split && given.removeAll(Set.of("--from", "--to"))) {
            given.add(0, SPLIT);
        }
        return name + ": " + of(nothing, given, NO_REPORT);
    }

    private static String of(NothingCounted nothing, List<String> given, String consequence) {
        RowCounts rows = nothing.rows();
        if (rows.read() == 0) {
            return (given.isEmpty() ? "the logs contain no rows" : "no rows match " + String.join(", ", given)) + ", "
                    + consequence;
        }
        List<String> parts = new ArrayList<>();
        parts.add(format(
                "none of the %,d rows is counted (%,d filtered, %,d rejected%s), %s",
                rows.read(), rows.filtered(), rows.rejected(), reasons(rows), consequence));
        if (rows.filtered() > 0) {
            parts.addAll(seen(nothing, given));
            parts.add("check " + String.join(", ", given));
        }
        return String.join("; ", parts);
    }

    private static List<String> given(NothingCounted nothing) {
        List<String> given = new ArrayList<>(nothing.filter().given());
        if (nothing.listing().to() != null && !given.contains("--to")) {
            given.add(0, "--to");
        }
        if (nothing.listing().from() != null && !given.contains("--from")) {
            given.add(0, "--from");
        }
        return given;
    }

    private static String reasons(RowCounts rows) {
        return rows.rejected() == 0
                ? ""
                : rows.rejectedBy().entrySet().stream()
                        .map(reason -> format("%s %,d", reason.getKey().word(), reason.getValue()))
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    /** Returns what was seen of the fields that the given options look at; of hosts and methods for a path. */
    private static List<String> seen(NothingCounted nothing, List<String> given) {
        FilterOptions filter = nothing.filter();
        SeenRows seen = nothing.seen();
        boolean path = !filter.include().isEmpty() || !filter.exclude().isEmpty();
        List<String> parts = new ArrayList<>();
        if ((given.contains("--from") || given.contains("--to") || given.contains(SPLIT))
                && !seen.hours().isEmpty()) {
            LogHours.Range span = seen.hours().span();
            parts.add("hours from " + span.from() + " to " + span.to());
        }
        addIf(path || !filter.hosts().isEmpty(), "hosts", seen.hosts(), parts);
        addIf(path || !filter.methods().isEmpty(), "methods", seen.methods(), parts);
        addIf(!filter.statuses().isEmpty(), "statuses", seen.statuses(), parts);
        return parts.isEmpty() ? List.of() : List.of("the logs have " + String.join(", ", parts));
    }

    private static void addIf(boolean asked, String field, SeenValues values, List<String> parts) {
        List<SeenValues.Value> largest = values.largest(NAMED);
        if (asked && !largest.isEmpty()) {
            parts.add(field + " "
                    + largest.stream()
                            .map(value -> format("%s (%,d)", value.text().isEmpty() ? "-" : value.text(), value.rows()))
                            .collect(Collectors.joining(", "))
                    + (values.hasMoreThan(NAMED) ? " and more" : ""));
        }
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
