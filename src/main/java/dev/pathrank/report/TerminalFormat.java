package dev.pathrank.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The format for a terminal: columns aligned, lines cut to its width and never wrapped, rows coloured by their tone.
 */
final class TerminalFormat implements TableFormat {
    private static final String GAP = "  ";
    private static final int LEAST_TEXT = 8;
    private static final String HEADER = "\u001b[1m";
    private static final String END = "\u001b[0m";

    private final TableStyle style;

    TerminalFormat(TableStyle style) {
        this.style = style;
    }

    @Override
    public <T> void write(Table<T> table, Writer out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (T row : table.rows()) {
            rows.add(table.columns().stream()
                    .map(column -> text(column.cell().apply(row)))
                    .toList());
        }
        List<String> names = table.columns().stream().map(Column::name).toList();
        int[] widths = widths(table.columns(), names, rows);
        writeLine(names, table.columns(), widths, HEADER, out);
        for (int i = 0; i < rows.size(); i++) {
            writeLine(
                    rows.get(i),
                    table.columns(),
                    widths,
                    colour(table.tone().apply(table.rows().get(i))),
                    out);
        }
        out.flush();
    }

    private String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return style.shown(text.value());
        }
        if (cell instanceof Cell.Moment moment) {
            return style.instant(moment.epochSecond());
        }
        return cell instanceof Cell.Figure figure ? grouped(figure.value()) : "";
    }

    private static String grouped(BigDecimal value) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
    }

    private static String colour(Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case FAINT -> "\u001b[2m";
            case ATTENTION -> "\u001b[33m";
        };
    }

    /** Returns the width of each column. Figures keep theirs; texts share what is left. */
    private <T> int[] widths(List<Column<T>> columns, List<String> names, List<List<String>> rows) {
        int[] widths = names.stream().mapToInt(DisplayWidth::of).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        List<Integer> texts = new ArrayList<>();
        int room = style.terminal().width() - GAP.length() * (widths.length - 1);
        for (int i = 0; i < widths.length; i++) {
            if (columns.get(i).type() == Column.Type.TEXT) {
                texts.add(i);
            } else {
                room -= widths[i];
            }
        }
        share(room, texts, widths);
        return widths;
    }

    /** Narrows the texts to a room: a short one keeps its width, and of long ones the first gets two parts. */
    private static void share(int room, List<Integer> texts, int[] widths) {
        List<Integer> open = new ArrayList<>(texts);
        int left = room;
        boolean found = true;
        while (found && !open.isEmpty()) {
            found = false;
            for (Integer column : List.copyOf(open)) {
                if (widths[column] <= part(column, left, open, texts)) {
                    left -= widths[column];
                    open.remove(column);
                    found = true;
                    break;
                }
            }
        }
        int shared = left;
        for (Integer column : open) {
            int part = column.equals(open.get(open.size() - 1)) ? left : part(column, shared, open, texts);
            widths[column] = Math.min(widths[column], Math.max(LEAST_TEXT, part));
            left -= widths[column];
        }
    }

    private static int part(Integer column, int room, List<Integer> open, List<Integer> texts) {
        boolean hasFirst = open.contains(texts.get(0));
        int parts = open.size() + (hasFirst ? 1 : 0);
        return room * (column.equals(texts.get(0)) ? 2 : 1) / parts;
    }

    private <T> void writeLine(List<String> cells, List<Column<T>> columns, int[] widths, String colour, Writer out)
            throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = DisplayWidth.cut(cells.get(i), widths[i]);
            String padding = " ".repeat(widths[i] - DisplayWidth.of(cell));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).type() == Column.Type.NUMBER ? padding + cell : cell + padding);
        }
        String shown = DisplayWidth.cut(
                line.toString().stripTrailing(), style.terminal().width());
        boolean coloured = style.terminal().colour() && !colour.isEmpty();
        out.write(coloured ? colour + shown + END : shown);
        out.write('\n');
    }
}
