package dev.pathrank.log;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Options for the reading of logs.
 *
 * @param fields names of the columns of objects without a {@code #Fields:} line, in order; none if they are not stated;
 *     a {@code #Fields:} line in the object wins over them
 * @param delimiter the delimiter of rows that fit it; other rows are split by tabs, or by a guess where they have none;
 *     null if it is not stated
 * @param samplingRate percent of the requests that real-time logs hold, 1 to 100; other logs hold all
 */
public record LogOptions(List<String> fields, @Nullable String delimiter, int samplingRate) {
    /** The options of a user who gives none. */
    public static final LogOptions DEFAULT = new LogOptions(List.of(), null, 100);

    /** The longest that CloudFront accepts. */
    private static final int LONGEST_DELIMITER = 5;

    private static final List<LogField> INDISPENSABLE = List.of(LogField.METHOD, LogField.PATH, LogField.STATUS);

    /** @throws IllegalArgumentException if the sampling rate is not 1 to 100 */
    public LogOptions {
        fields = List.copyOf(fields);
        if (samplingRate < 1 || samplingRate > 100) {
            throw new IllegalArgumentException("--sampling-rate " + samplingRate
                    + " is not a percentage; give the share of requests in the real-time logs, 1 to 100");
        }
    }

    /**
     * Returns the default options with the value of {@code --fields}.
     *
     * @param names column names, separated by white space or commas, as {@code #Fields:} has them
     * @throws IllegalArgumentException if a field is missing without which no row can be parsed
     */
    public static LogOptions withFields(String names) {
        return DEFAULT.fields(names);
    }

    /** Returns these options with the value of {@code --fields}; see {@link #withFields}. */
    public LogOptions fields(String text) {
        List<String> given = List.of(text.strip().split("[\\s,]+"));
        Set<LogField> names = given.stream()
                .flatMap(name -> LogField.of(name).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LogField.class)));
        if (!names.contains(LogField.TIMESTAMP_MS) && !names.contains(LogField.TIMESTAMP)) {
            require(names, LogField.DATE);
            require(names, LogField.TIME);
        }
        INDISPENSABLE.forEach(column -> require(names, column));
        return new LogOptions(given, delimiter, samplingRate);
    }

    /**
     * Returns these options with the value of {@code --delimiter}.
     *
     * @param text one to five characters of ASCII; {@code \t} and the word {@code tab} are a tab
     * @throws IllegalArgumentException if it cannot be a delimiter
     */
    public LogOptions delimiter(String text) {
        String plain = text.equalsIgnoreCase("tab") ? "\t" : text.replace("\\t", "\t");
        boolean ascii = plain.chars().allMatch(c -> c < 128 && c != '\n' && c != '\r');
        if (plain.isEmpty() || plain.length() > LONGEST_DELIMITER || !ascii) {
            throw new IllegalArgumentException("--delimiter \"" + text
                    + "\" is not a separator; give one to five ASCII characters, such as \",\" or \"|\" or tab");
        }
        return new LogOptions(fields, plain, samplingRate);
    }

    /**
     * Returns these options with the value of {@code --sampling-rate}.
     *
     * @throws IllegalArgumentException if it is not 1 to 100
     */
    public LogOptions samplingRate(int percent) {
        return new LogOptions(fields, delimiter, percent);
    }

    private static void require(Set<LogField> names, LogField column) {
        if (!names.contains(column)) {
            throw lacks(column);
        }
    }

    private static IllegalArgumentException lacks(LogField column) {
        return new IllegalArgumentException("--fields lacks \"" + column.fieldName()
                + "\"; give all columns of the log in order, such as"
                + " \"date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status\"");
    }
}
