package dev.pathrank.log;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the user says about the logs.
 *
 * @param fields names of the columns of objects without a {@code #Fields:} line, in order; a {@code #Fields:} line in
 *     the object wins over them
 * @param delimiter what stands between the cells of rows that have no tab in them; where it is not said, it is told
 *     from the rows
 * @param samplingRate percent of the requests that real-time logs hold, 1 to 100; other logs hold all
 */
public record LogOptions(Optional<List<String>> fields, Optional<String> delimiter, int samplingRate) {
    /** Nothing but what the objects say themselves. */
    public static final LogOptions DEFAULT = new LogOptions(Optional.empty(), Optional.empty(), 100);

    /** The longest that CloudFront takes. */
    private static final int LONGEST_DELIMITER = 5;

    private static final List<LogField> INDISPENSABLE = List.of(LogField.METHOD, LogField.PATH, LogField.STATUS);

    public LogOptions {
        fields = fields.map(List::copyOf);
        if (samplingRate < 1 || samplingRate > 100) {
            throw new IllegalArgumentException("--sampling-rate " + samplingRate
                    + " is no rate; give the percentage of requests that the real-time logs hold, 1 to 100");
        }
    }

    /**
     * Reads the value of {@code --fields}.
     *
     * @param names column names, separated by white space or commas, as {@code #Fields:} has them
     * @throws IllegalArgumentException if a column is missing without which no row can be read
     */
    public static LogOptions withFields(String names) {
        return DEFAULT.fields(names);
    }

    /** These options with the value of {@code --fields}; see {@link #withFields}. */
    public LogOptions fields(String text) {
        List<String> given = List.of(text.strip().split("[\\s,]+"));
        List<String> names =
                given.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        boolean realTime = FieldNaming.of(names) == FieldNaming.REAL_TIME;
        if (!realTime && !names.contains(LogField.TIMESTAMP_MS.standardName())) {
            require(names, LogField.DATE);
            require(names, LogField.TIME);
        }
        if (realTime && !names.contains(LogField.TIMESTAMP.realTimeName())) {
            throw lacks(LogField.TIMESTAMP);
        }
        INDISPENSABLE.forEach(column -> require(names, column));
        return new LogOptions(Optional.of(given), delimiter, samplingRate);
    }

    /**
     * These options with the value of {@code --delimiter}.
     *
     * @param text one to five characters of ASCII; {@code \t} and the word {@code tab} are a tab
     * @throws IllegalArgumentException if it can separate no cells
     */
    public LogOptions delimiter(String text) {
        String plain = text.equalsIgnoreCase("tab") ? "\t" : text.replace("\\t", "\t");
        boolean ascii = plain.chars().allMatch(c -> c < 128 && c != '\n' && c != '\r');
        if (plain.isEmpty() || plain.length() > LONGEST_DELIMITER || !ascii) {
            throw new IllegalArgumentException("--delimiter \"" + text
                    + "\" separates no cells; give one to five ASCII characters, such as \",\" or \"|\" or tab");
        }
        return new LogOptions(fields, Optional.of(plain), samplingRate);
    }

    /**
     * These options with the value of {@code --sampling-rate}.
     *
     * @throws IllegalArgumentException if it is not 1 to 100
     */
    public LogOptions samplingRate(int percent) {
        return new LogOptions(fields, delimiter, percent);
    }

    private static void require(List<String> names, LogField column) {
        if (!names.contains(column.standardName())) {
            throw lacks(column);
        }
    }

    private static IllegalArgumentException lacks(LogField column) {
        return new IllegalArgumentException("--fields lacks \"" + column.fieldName()
                + "\"; give every column of the log in its order, such as"
                + " \"date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status\"");
    }
}
