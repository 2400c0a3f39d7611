package dev.pathrank.report;

import java.util.List;

/**
 * The contents of a report: rows of any type, and columns in output order.
 *
 * @param <T> the type of a row
 */
public record Table<T>(List<Column<T>> columns, List<T> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        long names = columns.stream().map(Column::name).distinct().count();
        if (columns.isEmpty() || names != columns.size()) {
            throw new IllegalArgumentException(
                    "a table needs columns with different names: " + columns.size() + " columns, " + names + " names");
        }
    }
}
