package dev.pathrank.report;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Supplier;

/** The ways to write a table, by the words of {@code --format}. */
public enum Format {
    CSV("csv", DelimitedFormat::csv),
    TSV("tsv", DelimitedFormat::tsv),
    JSON("json", JsonFormat::new),
    MARKDOWN("markdown", MarkdownFormat::new);

    private final String word;
    private final Supplier<TableFormat> factory;

    Format(String word, Supplier<TableFormat> factory) {
        this.word = word;
        this.factory = factory;
    }

    /** The word of {@code --format}. */
    public String word() {
        return word;
    }

    /** Writes the whole table and flushes; {@code out} should encode as UTF-8, and closing it is the caller's. */
    public <T> void write(Table<T> table, Writer out) throws IOException {
        factory.get().write(table, out);
    }
}
