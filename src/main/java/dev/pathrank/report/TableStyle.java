package dev.pathrank.report;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * How a table is written.
 *
 * @param format of the table
 * @param columns names of the columns in output order; empty for all
 * @param zone in which instants are shown
 * @param letters whether CSV, TSV and JSON show letters of paths as letters; the other formats always do
 * @param separator between the cells of CSV
 * @param decimalComma whether CSV has a comma before decimals
 * @param terminal how a table for a terminal looks
 * @param signs of numbers on a page
 */
public record TableStyle(
        Format format,
        List<String> columns,
        ZoneId zone,
        boolean letters,
        char separator,
        boolean decimalComma,
        Terminal terminal,
        NumberSigns signs) {
    /** CSV with every column. */
    public static final TableStyle DEFAULT = of(Format.CSV);

    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    /**
     * How a table for a terminal looks.
     *
     * @param width most columns of a line
     * @param colour whether rows are coloured
     */
    public record Terminal(int width, boolean colour) {
        /** The usual terminal where its width is not known, without colours. */
        public static final Terminal DEFAULT = new Terminal(80, false);
    }

    public TableStyle {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(zone, "zone");
        columns = List.copyOf(columns);
    }

    /** Returns a format with every column, in UTC. */
    public static TableStyle of(Format format) {
        return new TableStyle(
                format, List.of(), ZoneOffset.UTC, false, ',', false, Terminal.DEFAULT, NumberSigns.ENGLISH);
    }

    /**
     * Checks the chosen columns.
     *
     * @param names of the columns that the report has
     * @throws IllegalArgumentException if one is chosen twice or does not exist; the message names those that do
     */
    public void requireColumns(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!names.contains(column)) {
                throw new IllegalArgumentException("--columns names \"" + column
                        + "\", which this report does not have; choose from " + String.join(", ", names));
            }
            if (!seen.add(column)) {
                throw new IllegalArgumentException("--columns names " + column + " twice; name each column once");
            }
        }
    }

    /** Returns whether the table is the short one that fits a terminal: no columns are chosen. */
    public boolean fits() {
        return format == Format.TABLE && columns.isEmpty();
    }

    /** Writes the whole table and flushes; {@code out} should encode as UTF-8 and stays open. */
    public <T> void write(Table<T> table, Writer out) throws IOException {
        format.writer(this).write(table.chosen(columns), out);
    }

    /** Returns a text without characters that act, and with letters as this style shows them. */
    public String shown(String text) {
        String printable = ControlCharacters.of(text);
        return letters || format == Format.MARKDOWN || format == Format.TABLE || format.isDocument()
                ? EncodedLetters.shown(printable)
                : printable;
    }

    /** Returns an instant, such as {@code 2017-02-12T16:00:00Z} or {@code 2017-02-13T01:00:00+09:00}. */
    public String instant(long epochSecond) {
        return instant(Instant.ofEpochSecond(epochSecond), zone);
    }

    /**
     * Returns an instant, which has no fraction of a second, in a zone: with {@code Z} in UTC, else with its offset.
     */
    public static String instant(Instant instant, ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? instant.toString() : WITH_OFFSET.format(instant.atZone(zone));
    }
}
