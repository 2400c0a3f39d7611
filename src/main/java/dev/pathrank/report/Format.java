package dev.pathrank.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A format of a report, by the words of {@code --format}: of one table, or of a whole document. */
public enum Format {
    CSV("csv", ".csv", DelimitedFormat::csv),
    TSV("tsv", ".tsv", DelimitedFormat::tsv),
    JSON("json", ".json", JsonFormat::new),
    MARKDOWN("markdown", ".md", MarkdownFormat::new),
    TABLE("table", "", TerminalFormat::new),
    /** A page, which is no single table. */
    HTML("html", ".html", Format::noTable),
    /** A workbook, which has a sheet for each table. */
    XLSX("xlsx", ".xlsx", Format::noTable);

    private final String word;
    private final String ending;
    private final Function<TableStyle, TableFormat> factory;

    Format(String word, String ending, Function<TableStyle, TableFormat> factory) {
        this.word = word;
        this.ending = ending;
        this.factory = factory;
    }

    private static TableFormat noTable(TableStyle style) {
        throw new IllegalArgumentException(style.format().word() + " is a document of its own");
    }

    /** Returns whether it is a document with all parts of a report, and no single table. */
    public boolean isDocument() {
        return this == HTML || this == XLSX;
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
