package dev.pathrank.log.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.Row;
import dev.pathrank.log.RowHandler;
import dev.pathrank.log.reader.LogReader;
import dev.pathrank.log.reader.ReadRows;
import dev.pathrank.samples.Allocation;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is legal and unusual, and lines that are long. */
class OddJsonTest {
    private static final String START = "\"date\":\"2024-11-15\",\"time\":\"19:45:51\",\"cs-method\":\"GET\"";
    private static final String REST = START + ",\"sc-status\":\"200\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\":\"x\"",
                "\"\":\"\"",
                "\"\":null,\"\":[]",
                "\"a\":{\"\":[1,{\"b\":\"}]\\\"\"}]}",
                "\"x-forwarded-for\":[\"1.2.3.4\",\"5.6.7.8\"]",
                "\"sc-status\":404,\"sc-status\":200",
                "\"sc-bytes\":12,\"cs-bytes\":1.5E+2,\"asn\":-0,\"a\":true,\"b\":false,\"c\":null",
                "\"c\":\"\\u00e9\\ud83d\\ude00\\t\\b\\f\\r\\n\\/\\\\\\\"\"",
                "\"c\":\"\\ud83d\",\"d\":\"\\ud83d\\u0041\",\"e\":\"\\ude00\",\"f\":\"\\ud83d\\ud83d\\ude00\"",
                "\"\\u0063s-bytes\" : \"5\" ,\t\"y\" : { } , \"z\" : [ ]"
            })
    void countsARecordWhateverElseIsInIt(String more) {
        String before = "{" + REST + ",\"cs-uri-stem\":\"/a\"," + more + "}";
        String behind = "{" + more + "," + REST + ",\"cs-uri-stem\":\"/b\"}";

        ReadRows read = ReadRows.of(before + "\n" + behind + "\n" + before + behind + "\n");

        assertEquals(List.of(), read.rejected);
        assertEquals(List.of("/a", "/b", "/a", "/b"), paths(read));
        read.rows.forEach(row -> assertEquals(200, row.status()));
    }

    @Test
    void takesTheLastOfDoubledKeysAndKeepsEscapesInTheirOrder() {
        ReadRows read = ReadRows.of(
                "{\"cs-uri-stem\":\"/x\\/y\"," + REST + ",\"cs-uri-stem\":\"/\\u0061\\/b\",\"q\":\"\\n\"}\n");

        assertEquals(List.of("/a/b"), paths(read));
    }

    @Test
    void writesHalfASurrogatePairAsACharacterThatIsNone() {
        ReadRows read = ReadRows.of("{" + REST + ",\"cs-uri-stem\":\"/\\ud83d/\\ude00/\\ud83dA/z\"}\n");

        byte[] path = read.rows.get(0).path().getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("/\uFFFD/\uFFFD/\uFFFDA/z", new String(path, StandardCharsets.UTF_8));
    }

    @Test
    void showsARejectedRecordAsItWasWritten() {
        String record = "{\"cs-uri-stem\":\"\\/a\"," + START + ",\"sc-status\":\"\\u0032x\"}";

        ReadRows read = ReadRows.of("{" + REST + ",\"cs-uri-stem\":\"/a\"}" + record + "\n");

        assertEquals(List.of(new ReadRows.Rejected(RejectReason.BAD_STATUS, 1, record)), read.rejected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\n\"}",
                "{\"\\u0061\":1}",
                "{\"a\":[\"\\\\\"]}",
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":[[[[[[[[[]]]]]]]]]}",
                "{}"
            })
    void looksAtEachByteOfALongLineAFewTimesOnly(String record) {
        String begin = "{" + REST + ",\"cs-uri-stem\":\"/a\"}\n";
        String line = record.repeat(LogReader.LONGEST_ROW / record.length()) + "\n";
        ReadRows read = new ReadRows() {
            @Override
            public void rejected(RejectReason reason, long number, ByteSlice text, Set<Integer> personal) {
                // too many to keep
            }
        };

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(begin + line.repeat(16), read));

        assertEquals(1, read.rows.size());
    }

    @Test
    void keepsNoLongKeys() throws IOException {
        String good = "{" + REST + ",\"cs-uri-stem\":\"/a\"}\n";
        String longKey = "\"" + "k".repeat(60_000) + "\":1}\n";
        StringBuilder log = new StringBuilder(good);
        for (int before = 300; before > 0; before--) { // so that no later key stands at the same position
            log.append('{').append("\"\":1,".repeat(before)).append(longKey);
        }
        InputStream text = ReadRows.stream(log.toString());
        LogReader reader = ReadRows.reader();
        RowHandler none = new RowHandler() {
            @Override
            public void row(Row row, long line) {
                // only the first
            }

            @Override
            public void rejected(RejectReason reason, long line, ByteSlice record, Set<Integer> personal) {
                // all others
            }
        };

        long before = Allocation.ofThisThread();
        reader.read(text, none);
        long allocated = Allocation.ofThisThread() - before;

        assertEquals(301, reader.rows());
        assertTrue(allocated < log.length() / 4, allocated + " bytes for keys of " + log.length());
    }

    private static void read(String log, ReadRows read) throws IOException {
        new LogReader(LogOptions.DEFAULT).read(ReadRows.stream(log), read);
    }

    private static List<String> paths(ReadRows read) {
        return read.rows.stream().map(ReadRows.Copy::path).toList();
    }
}
