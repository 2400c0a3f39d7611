package dev.pathrank.log.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.Header;
import dev.pathrank.log.LogField;
import dev.pathrank.log.LogOptions;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Comparison of the byte scanner with Univocity's parser, with buffers so small that every row crosses their end. */
class SecondOpinionTest {
    private static final int LONGEST_ROW = 10_000;

    @Property(tries = 200)
    void readsWhatAGeneralParserReads(
            @ForAll("logs") RandomLogs.Log log,
            @ForAll @IntRange(min = 1, max = 600) int bufferSize,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 100) int largestChunk)
            throws IOException {
        byte[] bytes = log.text().getBytes(StandardCharsets.ISO_8859_1);
        LogReader reader = new LogReader(LogOptions.DEFAULT, bufferSize, LONGEST_ROW);
        ReadRows read = new ReadRows();

        reader.read(new ChunkedStream(bytes, seed, largestChunk), read);

        PlainReading expected = PlainReading.of(log.text());
        assertEquals(expected.rows, read.rows);
        assertEquals(expected.rejected, read.rejected);
        assertEquals(expected.odd, reader.oddRows());
        assertEquals(read.rows.size() + read.rejected.size(), reader.rows());
    }

    @Property(tries = 200)
    void splitsEveryCellWhereAGeneralParserSplitsIt(@ForAll("logs") RandomLogs.Log log) {
        FieldRanges cells = new FieldRanges();
        for (RandomLogs.Section section : log.sections()) {
            cells.follow(Header.named(section.columns()), FieldRanges.TAB);
            for (List<String> row : section.rows()) {
                String line = String.join("\t", row);
                cells.split(ByteSlice.of(line.getBytes(StandardCharsets.ISO_8859_1)));
                assertArrayEquals(wanted(section.columns(), PlainReading.cells(line)), split(cells), line);
            }
        }
    }

    @Provide
    Arbitrary<RandomLogs.Log> logs() {
        return RandomLogs.logs();
    }

    private static String[] wanted(List<String> columns, String[] cells) {
        return Arrays.stream(LogField.values())
                .map(column -> columns.indexOf(column.fieldName()))
                .map(at -> at < 0 || at >= cells.length ? "" : cells[at])
                .toArray(String[]::new);
    }

    private static String[] split(FieldRanges cells) {
        return Arrays.stream(LogField.values())
                .map(field -> cells.get(field).toString())
                .toArray(String[]::new);
    }
}
