package dev.pathrank.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.rank.RankedEndpoint;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Tests that independent parsers read the output. */
class ReadBackTest {
    @Property(tries = 200)
    void csvHoldsTheSameCells(@ForAll @Size(min = 1, max = 5) List<@Size(3) List<String>> rows) throws IOException {
        assertReadBack(rows, Format.CSV, CSVFormat.RFC4180);
    }

    @Property(tries = 200)
    void tsvHoldsTheSameCells(@ForAll @Size(min = 1, max = 5) List<@Size(3) List<String>> rows) throws IOException {
        assertReadBack(
                rows, Format.TSV, CSVFormat.RFC4180.builder().setDelimiter('\t').get());
    }

    @Property(tries = 200)
    void jsonHoldsTheSameCells(@ForAll @Size(min = 1, max = 5) List<@Size(3) List<String>> rows) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(Rankings.written(table(rows), Format.JSON))) {
            assertEquals(JsonToken.START_ARRAY, json.nextToken());
            for (List<String> row : rows) {
                assertEquals(JsonToken.START_OBJECT, json.nextToken());
                for (int column = 0; column < 3; column++) {
                    assertEquals(Integer.toString(column), json.nextFieldName());
                    assertEquals(orNull(ControlCharacters.of(row.get(column))), json.nextTextValue());
                }
                assertEquals(JsonToken.END_OBJECT, json.nextToken());
            }
            assertEquals(JsonToken.END_ARRAY, json.nextToken());
            assertNull(json.nextToken());
        }
    }

    @Test
    void theReportIsTypedInJson() throws IOException {
        List<RankedEndpoint> ranking = Rankings.sample();
        ReportOptions options = new ReportOptions(
                TableStyle.of(Format.JSON), true, null, ReportOptions.DEFAULT.only(), false, PlaceholderStyle.ANGLE);
        try (JsonParser json = new JsonFactory().createParser(Rankings.written(ranking, options))) {
            json.nextToken();
            for (RankedEndpoint row : ranking) {
                assertEquals(JsonToken.START_OBJECT, json.nextToken());
                for (Column<RankedEndpoint> column : RankColumns.of(options, null)) {
                    assertEquals(column.name(), json.nextFieldName());
                    json.nextToken();
                    assertCell(column, column.cell().apply(row), json);
                }
                assertEquals(JsonToken.END_OBJECT, json.nextToken());
            }
            assertEquals(JsonToken.END_ARRAY, json.nextToken());
        }
    }

    private static void assertCell(Column<?> column, Cell cell, JsonParser json) throws IOException {
        if (cell instanceof Cell.Text text) {
            assertEquals(Column.Type.TEXT, column.type());
            assertEquals(text.value(), json.getText());
        } else if (cell instanceof Cell.Figure figure) {
            assertEquals(Column.Type.NUMBER, column.type());
            assertEquals(figure.value(), json.getDecimalValue());
        } else if (cell instanceof Cell.Moment moment) {
            assertEquals(Instant.ofEpochSecond(moment.epochSecond()), Instant.parse(json.getText()));
        } else {
            assertEquals(JsonToken.VALUE_NULL, json.currentToken());
        }
    }

    private static void assertReadBack(List<List<String>> rows, Format format, CSVFormat parser) throws IOException {
        try (CSVParser parsed = CSVParser.parse(Rankings.written(table(rows), format), parser)) {
            List<CSVRecord> records = parsed.getRecords();
            assertEquals(List.of("0", "1", "2"), records.get(0).toList());
            assertEquals(
                    rows.stream()
                            .map(row -> row.stream()
                                    .map(FormulaGuard::of)
                                    .map(ControlCharacters::of)
                                    .toList())
                            .toList(),
                    records.stream().skip(1).map(CSVRecord::toList).toList());
        }
    }

    private static Table<List<String>> table(List<List<String>> rows) {
        return new Table<>(
                List.of(
                        Column.text("0", row -> row.get(0)),
                        Column.text("1", row -> row.get(1)),
                        Column.text("2", row -> row.get(2))),
                rows);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
