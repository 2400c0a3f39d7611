package dev.pathrank.report;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Supplier;

/** A format of a table, by the words of {@code --format}. */
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

    /** Returns the word of {@code --format}. */
    public String word() {
        return word;
    }

    /** Writes the whole table and flushes; {@code out} should encode as UTF-8 and stays open. */
    public <T> void write(Table<T> table, Writer out) throws IOException {
        factory.get().write(table, out);
    }
}
