package dev.pathrank.report;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The format GitHub Flavored Markdown, numbers to the right. A path is shown as it is: no markup, no tag, no link. */
public final class MarkdownFormat implements TableFormat {
    private static final String MARKUP = "\\`*_[]|~$";

    private final TableStyle style;

    MarkdownFormat(TableStyle style) {
        this.style = style;
    }

    @Override
    public <T> void write(Table<T> table, Writer out) throws IOException {
        out.write(line(table, Column::name));
        out.write(line(table, column -> column.type() == Column.Type.NUMBER ? "---:" : "---"));
        for (T row : table.rows()) {
            out.write(line(table, column -> text(column.cell().apply(row))));
        }
        out.flush();
    }

    private static <T> String line(Table<T> table, Function<Column<T>, String> cell) {
        return table.columns().stream().map(cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return escaped(style.shown(text.value()));
        }
        if (cell instanceof Cell.Moment moment) {
            return style.instant(moment.epochSecond());
        }
        return cell instanceof Cell.Figure figure ? figure.digits() : "";
    }

    /** Returns the text escaped so that it shows as it is. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> append(character, escaped));
        return escaped.toString();
    }

    private static void append(int character, StringBuilder escaped) {
        switch (character) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            default -> {
                if (MARKUP.indexOf(character) >= 0) {
                    escaped.append('\\');
                }
                escaped.appendCodePoint(character);
            }
        }
    }
}
