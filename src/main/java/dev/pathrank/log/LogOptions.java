package dev.pathrank.log;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the user says about the logs.
 *
 * @param fields names of the columns of objects without a {@code #Fields:} line, in order; a {@code #Fields:} line in
 *     the object wins over them
 */
public record LogOptions(Optional<List<String>> fields) {
    /** Nothing but what the objects say themselves. */
    public static final LogOptions DEFAULT = new LogOptions(Optional.empty());

    private static final List<Column> INDISPENSABLE =
            List.of(Column.DATE, Column.TIME, Column.METHOD, Column.PATH, Column.STATUS);

    public LogOptions {
        fields = fields.map(List::copyOf);
    }

    /**
     * Reads the value of {@code --fields}.
     *
     * @param names column names, separated by white space or commas, as {@code #Fields:} has them
     * @throws IllegalArgumentException if a column is missing without which no row can be read
     */
    public static LogOptions withFields(String names) {
        List<String> fields = List.of(names.strip().split("[\\s,]+"));
        for (Column column : INDISPENSABLE) {
            if (fields.stream().noneMatch(name -> name.toLowerCase(Locale.ROOT).equals(column.lowerCaseName()))) {
                throw new IllegalArgumentException("--fields lacks \"" + column.fieldName()
                        + "\"; give every column of the log in its order, such as"
                        + " \"date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status\"");
            }
        }
        return new LogOptions(Optional.of(fields));
    }
}
