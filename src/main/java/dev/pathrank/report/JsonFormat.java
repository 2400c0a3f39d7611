package dev.pathrank.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;

/** The format JSON: one array of objects, one object a line, with every column in every object. */
final class JsonFormat implements TableFormat {
    private final TableStyle style;

    JsonFormat(TableStyle style) {
        this.style = style;
    }

    @Override
    public <T> void write(Table<T> table, Writer out) throws IOException {
        // Not closed: after a failed write that would complete the array and hide the failure.
        JsonGenerator json = Json.generator(out);
        json.setPrettyPrinter(new OneObjectALine());
        json.writeStartArray();
        for (T row : table.rows()) {
            json.writeStartObject();
            for (Column<T> column : table.columns()) {
                json.writeFieldName(column.name());
                write(column.cell().apply(row), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeRaw('\n');
        json.flush();
    }

    private void write(Cell cell, JsonGenerator json) throws IOException {
        if (cell instanceof Cell.Text text) {
            json.writeString(style.shown(text.value()));
        } else if (cell instanceof Cell.Moment moment) {
            json.writeString(style.instant(moment.epochSecond()));
        } else if (cell instanceof Cell.Figure figure) {
            json.writeNumber(figure.value());
        } else {
            json.writeNull();
        }
    }
}
