package dev.pathrank.log.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.log.RejectReason;
import dev.pathrank.log.reader.ReadRows;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON records with anything between them, and records among them that cannot be read. */
class JoinedJsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", ", ", "\\n", "\\r\\n", "\n", "\r\n", ",\n", "\t", "\\n,", "\n\n"})
    void readsRecordsWhateverIsBetweenThem(String between) {
        assertRead(List.of("/a", "/b", "/c"), 0, String.join(between, record("/a"), record("/b"), record("/c")));
        assertRead(
                List.of("/a", "/b", "/c"),
                0,
                "[\n" + String.join(between, record("/a"), record("/b"), record("/c")) + "\n]\n");
    }

    @Test
    void readsALineThatIsMuchLongerThanARecordMayBe() {
        int records = 5000; // of 130 bytes, where a record has at most 65,536
        String line =
                IntStream.range(0, records).mapToObj(at -> record("/" + at)).collect(Collectors.joining());

        ReadRows read = ReadRows.of(line);

        assertEquals(records, read.rows.size());
        assertEquals(List.of(), read.rejected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"date\":\"2024-11-15\",\"cs-uri-st",
                "{\"date\":\"2024-11-15\"",
                "{\"date\":\"2024-11-15\",",
                "{\"date\":",
                "{\"date\":\"2024-11-15\",\"x\":{\"y\":1",
                "{\"date\":\"2024-11-15\",\"x\":[1,",
                "{\"a\":\"\\q\"}",
                "{broken}",
                "{\"a\":\"{\",\"b\":GET}",
                "garbage",
                "\"a\":\"b\"}"
            })
    void rejectsABrokenRecordAloneAndReadsTheRestOfTheLine(String broken) {
        assertRead(List.of("/a", "/b", "/c"), 1, record("/a") + broken + record("/b") + record("/c"));
        assertRead(
                List.of("/a", "/b", "/c"), 1, record("/a") + "\n" + broken + "\n" + record("/b") + "\n" + record("/c"));
        assertRead(List.of("/b"), 1, broken.startsWith("{") ? broken + record("/b") : "{" + record("/b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-uri-stem\":\"/cut\",\"sc-status\":\"200\"}\n",
                "-uri-stem\":\"/cut\",\"sc-status\":\"200\"}",
                "-uri-stem\":\"/cut\",\"sc-status\":\"200\"} , ",
                "-uri-stem\":\"/cut\"}\\n",
                "\":\"/주문\",\"b\":1}\r\n",
                "0\"}\n",
                "cut on both sides\n"
            })
    void losesOneRowWhereAnObjectBeginsInsideARecord(String rest) {
        assertRead(List.of("/a", "/b"), 1, rest + record("/a") + "\n" + record("/b"));
    }

    @Test
    void numbersTheLinesOfRecordsThatTakeSeveral() {
        ReadRows read = ReadRows.of(
                "[\n" + record("/a").replace(",", ",\n") + ",\n{\n\"x\":\"\\q\",\n\"y\":\n1},\n" + record("/b") + "]");

        assertEquals(
                List.of(2L, 11L), read.rows.stream().map(ReadRows.Copy::line).toList());
        assertEquals(
                List.of(7L), read.rejected.stream().map(ReadRows.Rejected::line).toList());
    }

    @Test
    void rejectsARecordThatIsTooLongAndGoesOnAtTheNext() {
        String tooLong = record("/" + "x".repeat(70_000));

        ReadRows read = ReadRows.of(record("/a") + tooLong + record("/b") + "\n" + tooLong + "\n" + record("/c"));

        assertEquals(
                List.of("/a", "/b", "/c"),
                read.rows.stream().map(ReadRows.Copy::path).toList());
        assertEquals(
                List.of(RejectReason.CUT, RejectReason.CUT),
                read.rejected.stream().map(ReadRows.Rejected::reason).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"timestamp\":\"2024-11-15T19:45:51.123Z\"",
                "\"timestamp\":\"2024-11-15 19:45:51\"",
                "\"timestamp\":\"2024-11-15T21:45:51+02:00\"",
                "\"timestamp\":1731699951",
                "\"timestamp\":\"1731699951.541\"",
                "\"timestamp\":1731699951541",
                "\"TIMESTAMP_MS\":1731699951541",
                "\"timestamp\":\"1\",\"Date\":\"2024-11-15\",\"TIME\":\"19:45:51\"",
                "\"timestamp\":\"1\",\"date\":\"-\",\"timestamp(ms)\":1731699951541"
            })
    void readsTheTimeInEachOfItsForms(String time) {
        ReadRows read =
                ReadRows.of("{\"\":1,\"CS_METHOD\":\"GET\",\"cs_uri_stem\":\"/a\",\"Sc-Status\":200," + time + "}");

        assertEquals(List.of(), read.rejected);
        assertEquals(1_731_699_951L, read.rows.get(0).epochSecond());
    }

    private static void assertRead(List<String> paths, int rejected, String json) {
        ReadRows read = ReadRows.of(json);
        assertEquals(paths, read.rows.stream().map(ReadRows.Copy::path).toList(), json);
        assertEquals(rejected, read.rejected.size(), json);
    }

    private static String record(String path) {
        return "{\"date\":\"2024-11-15\",\"time\":\"19:45:51\",\"cs-method\":\"GET\",\"cs-uri-stem\":\"" + path
                + "\",\"sc-status\":\"200\"}";
    }
}
