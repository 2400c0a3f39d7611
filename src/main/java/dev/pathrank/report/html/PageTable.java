package dev.pathrank.report.html;

import gg.jte.Content;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of a page. The first cell of each row is its heading.
 *
 * @param caption what it holds
 * @param rows as many cells each as there are heads
 */
public record PageTable(String caption, List<Head> heads, List<List<Cell>> rows) {
    public PageTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /**
     * The head of a column.
     *
     * @param figures whether its cells are figures, which are aligned to the right
     */
    public record Head(String words, boolean figures) {}

    /**
     * A cell: an endpoint, or words with or without a picture before them.
     *
     * @param name null for words
     * @param picture null for none
     */
    public record Cell(
            String words,
            @Nullable EndpointName name,
            @Nullable Content picture) {
        /** Returns a cell of words. */
        public static Cell of(String words) {
            return new Cell(words, null, null);
        }

        /** Returns a cell that names an endpoint. */
        public static Cell of(EndpointName name) {
            return new Cell("", name, null);
        }
    }

    /**
     * Returns a table with these columns.
     *
     * @param heads those of figures begin with {@code >}
     */
    static PageTable of(String caption, List<String> heads, List<List<Cell>> rows) {
        return new PageTable(
                caption,
                heads.stream()
                        .map(head -> new Head(head.replaceFirst("^>", ""), head.startsWith(">")))
                        .toList(),
                rows);
    }

    /** Returns a row of words. */
    static List<Cell> row(String... words) {
        return Stream.of(words).map(Cell::of).toList();
    }

    /** Returns whether it has no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
