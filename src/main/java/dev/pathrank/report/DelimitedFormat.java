package dev.pathrank.report;

import java.io.IOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The formats CSV by RFC 4180 and TSV, both with a header and with {@code \n}.
 *
 * <p>A TSV cell never holds a tab or a line break, because those are percent-encoded; a cell that begins with a quote
 * is quoted anyway, or Excel would read {@code "=1+1"} as a quoted formula.
 */
final class DelimitedFormat implements TableFormat {
    private final CSVFormat format;

    private final TableStyle style;

    private DelimitedFormat(CSVFormat base, TableStyle style) {
        this.style = style;
        format = base.builder().setRecordSeparator('\n').get();
    }

    static TableFormat csv(TableStyle style) {
        return new DelimitedFormat(
                CSVFormat.RFC4180.builder().setDelimiter(style.separator()).get(), style);
    }

    static TableFormat tsv(TableStyle style) {
        return new DelimitedFormat(
                CSVFormat.RFC4180.builder().setDelimiter('\t').get(), style);
    }

    @Override
    public <T> void write(Table<T> table, Writer out) throws IOException {
        // Not closed: that would close the caller's writer.
        CSVPrinter printer = new CSVPrinter(out, format);
        printer.printRecord(table.columns().stream().map(Column::name));
        for (T row : table.rows()) {
            for (Column<T> column : table.columns()) {
                printer.print(value(column.cell().apply(row)));
            }
            printer.println();
        }
        printer.flush();
    }

    /**
     * Returns the text of a cell; null for an empty one, because Commons CSV would quote an empty text at the beginning
     * of a line.
     */
    private @Nullable String value(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return style.shown(FormulaGuard.of(text.value()));
        }
        if (cell instanceof Cell.Moment moment) {
            return style.instant(moment.epochSecond());
        }
        return cell instanceof Cell.Figure figure ? digits(figure) : null;
    }

    private String digits(Cell.Figure figure) {
        return style.decimalComma() ? figure.digits().replace('.', ',') : figure.digits();
    }
}
