package dev.pathrank.report.workbook;

import dev.pathrank.report.Cell;
import dev.pathrank.report.Column;
import dev.pathrank.report.DisplayWidth;
import dev.pathrank.report.Table;
import dev.pathrank.report.TableStyle;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Sheets, each with one table: a header that stays, a filter, widths by content, and numbers as numbers. */
final class SheetWriter {
    /** Excel's limit of a cell. */
    private static final int MOST_LETTERS = 32_767;

    private static final String CUT = "...";
    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;
    private static final String HEADER_FILL = "F0F2F5";
    private static final String INSTANT = "yyyy-mm-dd hh:mm:ss";

    private final Workbook workbook;
    private final TableStyle style;

    SheetWriter(Workbook workbook, TableStyle style) {
        this.workbook = workbook;
        this.style = style;
    }

    /** Adds a sheet; rows that do not fit one are told in a row at its end. */
    <T> void add(String name, Table<T> table) {
        Worksheet sheet = workbook.newWorksheet(name);
        int most = Worksheet.MAX_ROWS - 2;
        List<T> rows = table.rows().subList(0, Math.min(most, table.rows().size()));
        for (int column = 0; column < table.columns().size(); column++) {
            addColumn(sheet, column, table.columns().get(column), rows);
        }
        if (rows.size() < table.rows().size()) {
            sheet.value(
                    rows.size() + 1,
                    0,
                    "and " + (table.rows().size() - rows.size()) + " more rows, which a sheet has no room for");
        }
        sheet.range(0, 0, 0, table.columns().size() - 1)
                .style()
                .bold()
                .fillColor(HEADER_FILL)
                .set();
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, rows.size(), table.columns().size() - 1);
    }

    private <T> void addColumn(Worksheet sheet, int column, Column<T> from, List<T> rows) {
        sheet.value(0, column, from.name());
        int width = Math.max(NARROWEST, DisplayWidth.of(from.name()) + 4);
        String format = CellFormat.of(from.name());
        for (int row = 0; row < rows.size(); row++) {
            width = Math.max(width, write(sheet, row + 1, column, from.cell().apply(rows.get(row)), format));
        }
        sheet.width(column, Math.min(WIDEST, width));
    }

    /** Returns about how wide the cell is, in letters. */
    private int write(Worksheet sheet, int row, int column, Cell cell, String format) {
        if (cell instanceof Cell.Text text) {
            String shown = cut(style.shown(text.value()));
            sheet.value(row, column, shown);
            return DisplayWidth.of(shown) + 1;
        }
        if (cell instanceof Cell.Moment moment) {
            ZonedDateTime at = Instant.ofEpochSecond(moment.epochSecond()).atZone(style.zone());
            sheet.value(row, column, at.toLocalDateTime());
            sheet.style(row, column).format(INSTANT).set();
            return INSTANT.length() + 1;
        }
        if (cell instanceof Cell.Figure figure) {
            sheet.value(row, column, WorkbookReport.number(figure.value()));
            if (!format.isEmpty()) {
                sheet.style(row, column).format(format).set();
            }
            return figure.value().toPlainString().length() + 2;
        }
        return 0;
    }

    private static String cut(String text) {
        if (text.length() <= MOST_LETTERS) {
            return text;
        }
        int end = MOST_LETTERS - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
