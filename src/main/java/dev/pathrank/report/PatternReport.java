package dev.pathrank.report;

import dev.pathrank.pattern.PlaceholderStyle;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report of {@code patterns}: every pattern with its reason, most called first. */
public final class PatternReport {
    private static final int CONFIDENCE_DECIMALS = 2;

    /** By calls, ties by method, pattern and host; all of these are ASCII. */
    private static final Comparator<PatternRow> ORDER = Comparator.comparingLong(
                    (PatternRow row) -> -row.stats().calls())
            .thenComparing(row -> row.stats().endpoint().method())
            .thenComparing(row -> row.stats().endpoint().pattern())
            .thenComparing(row -> row.stats().endpoint().host());

    private PatternReport() {}

    /** Returns the names of all columns. */
    public static List<String> columns(boolean byHost) {
        return columns(byHost, PlaceholderStyle.ANGLE).stream()
                .map(Column::name)
                .toList();
    }

    /**
     * Writes all rows.
     *
     * @param rows in any order
     * @param out flushed and left open; should encode as UTF-8
     */
    public static void write(
            List<PatternRow> rows, TableStyle style, boolean byHost, PlaceholderStyle placeholder, Writer out)
            throws IOException {
        List<Column<PatternRow>> columns = style.fits() ? fitted(byHost, placeholder) : columns(byHost, placeholder);
        style.write(new Table<>(columns, rows.stream().sorted(ORDER).toList(), PatternReport::tone), out);
    }

    /** Returns the whole table, in its order. */
    public static Table<PatternRow> table(List<PatternRow> rows, boolean byHost, PlaceholderStyle placeholder) {
        return new Table<>(
                columns(byHost, placeholder), rows.stream().sorted(ORDER).toList(), PatternReport::tone);
    }

    private static Tone tone(PatternRow row) {
        return row.stats().failuresOnly() ? Tone.FAINT : Tone.PLAIN;
    }

    /** Returns the few columns that fit a terminal. */
    private static List<Column<PatternRow>> fitted(boolean byHost, PlaceholderStyle placeholder) {
        return List.of(
                Column.text(
                        "endpoint",
                        row -> row.stats().endpoint().method() + " "
                                + (byHost ? row.stats().endpoint().host() : "")
                                + placeholder.of(row.stats().endpoint().pattern())),
                Column.whole("calls", row -> row.stats().calls()),
                new Column<>("distinct", Column.Type.NUMBER, PatternReport::distinct),
                Column.optionalDecimal("confidence", PatternReport::confidence),
                Column.text("reason", PatternRow::reason));
    }

    private static List<Column<PatternRow>> columns(boolean byHost, PlaceholderStyle placeholder) {
        List<Column<PatternRow>> columns = new ArrayList<>();
        if (byHost) {
            columns.add(Column.text("host", row -> row.stats().endpoint().host()));
        }
        columns.add(Column.text("method", row -> row.stats().endpoint().method()));
        columns.add(Column.text(
                "pattern", row -> placeholder.of(row.stats().endpoint().pattern())));
        columns.add(Column.whole("calls", row -> row.stats().calls()));
        columns.add(new Column<>("distinct", Column.Type.NUMBER, PatternReport::distinct));
        columns.add(Column.optionalDecimal("confidence", PatternReport::confidence));
        columns.add(Column.text("locked", row -> row.locked() ? "yes" : "no"));
        columns.add(Column.text("examples", row -> String.join(" ", row.stats().examples())));
        columns.add(Column.text("reason", PatternRow::reason));
        return columns;
    }

    /**
     * Returns the cell of distinct values: a number for one placeholder; for several a text that no spreadsheet reads
     * as a date or a sum.
     */
    private static Cell distinct(PatternRow row) {
        List<Long> values = row.stats().explanation().distinct();
        return values.size() == 1
                ? Cell.of(values.get(0))
                : Cell.of(values.stream().map(String::valueOf).collect(Collectors.joining("; ")));
    }

    private static Optional<BigDecimal> confidence(PatternRow row) {
        return Optional.ofNullable(row.stats().explanation().confidence())
                .map(sure -> BigDecimal.valueOf(sure).setScale(CONFIDENCE_DECIMALS, RoundingMode.HALF_UP));
    }
}
