package dev.pathrank.report;

import java.util.List;
import java.util.function.Function;

/**
 * The contents of a report: rows of any type, and columns in output order.
 *
 * @param <T> the type of a row
 * @param tone what a row means to its reader
 */
public record Table<T>(List<Column<T>> columns, List<T> rows, Function<? super T, Tone> tone) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        long names = columns.stream().map(Column::name).distinct().count();
        if (columns.isEmpty() || names != columns.size()) {
            throw new IllegalArgumentException(
                    "a table needs columns with different names: " + columns.size() + " columns, " + names + " names");
        }
    }

    /** Creates a table of ordinary rows. */
    public Table(List<Column<T>> columns, List<T> rows) {
        this(columns, rows, row -> Tone.PLAIN);
    }

    /**
     * Returns the table with these columns only, in this order.
     *
     * @param names names of columns that the table has; empty for all
     */
    Table<T> chosen(List<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        return new Table<>(
                names.stream()
                        .flatMap(name ->
                                columns.stream().filter(column -> column.name().equals(name)))
                        .toList(),
                rows,
                tone);
    }
}
