package dev.pathrank.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    /** Tests of cells: the input with Java escapes, and the output of each format. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/spec/cells.txt", delimiter = '~', quoteCharacter = '\0')
    void printsTextSafely(String text, String csv, String tsv, String json, String markdown) throws IOException {
        String plain = text.translateEscapes();
        assertEquals(csv, lastLine(plain, Format.CSV));
        assertEquals(tsv, lastLine(plain, Format.TSV));
        assertEquals("{\"cell\":" + json + "}", line(plain, Format.JSON, 1));
        assertEquals("| " + markdown + " |", lastLine(plain, Format.MARKDOWN));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HTML", "XLSX"})
    void noControlOrDirectionMarkReachesTheOutput(Format format) throws IOException {
        StringBuilder all = new StringBuilder("x");
        for (int character = 0; character < 0x3000; character++) {
            all.appendCodePoint(character);
        }
        String report = Rankings.written(table(all.toString()), format).replace("\n", "");
        assertTrue(report.codePoints().noneMatch(Character::isISOControl));
        assertTrue(report.codePoints().noneMatch(character -> character == 0x202E || character == 0x2028));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00b", "\uDC00\uD800"})
    void halfACharacterBecomesTheReplacementCharacter(String text) throws IOException {
        String expected = text.replace("\uD800", "%EF%BF%BD").replace("\uDC00", "%EF%BF%BD");
        assertEquals(expected, lastLine(text, Format.CSV));
    }

    @Test
    void numbersAreNeverGuardedAndHaveNoExponent() throws IOException {
        Table<String> table = new Table<>(
                List.of(
                        Column.whole("whole", row -> -5),
                        Column.decimal("tiny", row -> new BigDecimal("1E-9")),
                        Column.decimal("large", row -> new BigDecimal("1E+3"))),
                List.of("row"));
        assertEquals("whole,tiny,large\n-5,0.000000001,1000\n", Rankings.written(table, Format.CSV));
        assertEquals(
                "[\n{\"whole\":-5,\"tiny\":0.000000001,\"large\":1000}\n]\n", Rankings.written(table, Format.JSON));
    }

    @Test
    void anEmptyCellIsNothingAndNullInJson() throws IOException {
        Table<String> table = new Table<>(
                List.of(Column.text("first", row -> ""), Column.text("second", row -> row)), List.of("text", ""));
        assertEquals("first,second\n,text\n,\n", Rankings.written(table, Format.CSV));
        assertEquals("first\tsecond\n\ttext\n\t\n", Rankings.written(table, Format.TSV));
        assertEquals(
                "[\n{\"first\":null,\"second\":\"text\"},\n{\"first\":null,\"second\":null}\n]\n",
                Rankings.written(table, Format.JSON));
    }

    @Test
    void anInstantHasNoFraction() {
        assertEquals("2017-02-12T16:00:00Z", TableStyle.DEFAULT.instant(1_486_915_200));
    }

    @Test
    void writersLeaveTheOutputOpen() throws IOException {
        StringWriter out = new StringWriter() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        for (Format format : Format.values()) {
            if (!format.isDocument()) {
                TableStyle.of(format).write(table("a"), out);
            }
        }
        out.write("more");
    }

    @Test
    void refusesTwoColumnsOfOneName() {
        Column<String> column = Column.text("a", row -> row);
        assertThrows(IllegalArgumentException.class, () -> new Table<>(List.of(column, column), List.of()));
    }

    private static Table<String> table(String text) {
        return new Table<>(List.of(Column.text("cell", row -> row)), List.of(text));
    }

    private static String lastLine(String text, Format format) throws IOException {
        return line(text, format, format == Format.MARKDOWN ? 2 : 1);
    }

    private static String line(String text, Format format, int index) throws IOException {
        return Rankings.written(table(text), format).split("\n", -1)[index];
    }
}
