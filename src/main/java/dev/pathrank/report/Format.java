package dev.pathrank.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A format of a table, by the words of {@code --format}. */
public enum Format {
    CSV("csv", ".csv", DelimitedFormat::csv),
    TSV("tsv", ".tsv", DelimitedFormat::tsv),
    JSON("json", ".json", JsonFormat::new),
    MARKDOWN("markdown", ".md", MarkdownFormat::new),
    TABLE("table", "", TerminalFormat::new);

    private final String word;
    private final String ending;
    private final Function<TableStyle, TableFormat> factory;

    Format(String word, String ending, Function<TableStyle, TableFormat> factory) {
        this.word = word;
        this.ending = ending;
        this.factory = factory;
    }

    /** Returns the word of {@code --format}. */
    public String word() {
        return word;
    }

    /** Returns the format that files of this name have, such as {@code order.csv}, in either case. */
    public static Optional<Format> ofName(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> !format.ending.isEmpty() && name.endsWith(format.ending))
                .findFirst();
    }

    TableFormat writer(TableStyle style) {
        return factory.apply(style);
    }
}
