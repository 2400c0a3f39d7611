package dev.pathrank.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pathrank.report.html.DetailView.Pair;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The details of the rows for which the page has no HTML, as JSON from which its script makes it. Every {@code <} is
 * escaped, so that nothing ends the element that holds the JSON.
 */
final class RestData implements Content {
    private final List<DetailData> rows;
    private final int first;
    private final DetailSection details;
    private final PageText text;

    /** @param first number of the first of these rows */
    RestData(List<DetailData> rows, int first, DetailSection details, PageText text) {
        this.rows = List.copyOf(rows);
        this.first = first;
        this.details = details;
        this.text = text;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(written)) {
            write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        output.writeContent(written.toString().replace("<", "\\u003c"));
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("first", first);
        strings(json, "signs", List.of(text.signs().group(), text.signs().decimal()));
        strings(json, "parts", DetailSection.PARTS);
        strings(
                json,
                "weights",
                IntStream.range(0, DetailSection.PARTS.size())
                        .mapToObj(part -> text.tenth(100 * details.weight(part)))
                        .toList());
        strings(json, "columns", details.columnNames());
        json.writeArrayFieldStart("rows");
        for (DetailData row : rows) {
            write(row, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void write(DetailData row, JsonGenerator json) throws IOException {
        json.writeStartArray();
        json.writeStartArray();
        if (row.points() != null) {
            for (double points : row.points()) {
                json.writeNumber(BigDecimal.valueOf(points).setScale(1, RoundingMode.HALF_UP));
            }
        }
        json.writeEndArray();
        DetailData.Calls calls = row.calls();
        numbers(json, calls == null ? List.of() : calls.week());
        json.writeNumber(calls == null ? 0 : calls.byWeek() ? -calls.firstDay() : calls.firstDay());
        numbers(json, calls == null ? List.of() : calls.days());
        numbers(json, row.durations());
        pairs(json, row.facts());
        pairs(json, row.hazards());
        json.writeStartArray();
        for (String cell : row.columns()) {
            json.writeString(cell);
        }
        json.writeEndArray();
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, List<Long> numbers) throws IOException {
        json.writeStartArray();
        for (long number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    private static void pairs(JsonGenerator json, List<Pair> pairs) throws IOException {
        json.writeStartArray();
        for (Pair pair : pairs) {
            json.writeString(pair.name());
            json.writeString(pair.words());
        }
        json.writeEndArray();
    }
}
