package dev.pathrank.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.DurationField;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.RejectReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFormatsTest {
    private static final long START = 1_731_699_951L; // 2024-11-15T19:45:51Z
    private static final String NAMES = "cs-method cs-uri-stem date time sc-status x-edge-result-type";
    private static final String REAL_TIME = "1607374321.541\t127.0.0.1\t0.042\t200\t485\tGET\thttp\tTest.example.com"
            + "\t/i?stm=1607374321563&url=http%253A%252F%252Flocalhost%253A5000%252F\t745\tEWR52-C4\t6PfZe0cc_Aw=="
            + "\td1.cloudfront.net\t0.042\tHTTP/1.1\tIPv4\tMozilla/5.0%20(Macintosh)\thttp://localhost:5000/page-2\t-"
            + "\tstm=1607374321563\tMiss\t-\t-\t-\tMiss\t-\t-\timage/gif\t35\t-\t-\t49323\tMiss\tUS\tgzip,%20deflate"
            + "\timage/webp,*/*\t*\tHost:x%0A\tHost%0A\t8";

    private final ReadRows read = new ReadRows();
    private LogReader reader = ReadRows.reader();

    @ParameterizedTest
    @ValueSource(strings = {"\t", "|", ";", ",", " ", "||", "<>", "\u0001", "\u001F", "^", ", "})
    void findsTheDelimiterOfAW3cLogFromItsRows(String delimiter) {
        String row = String.join(delimiter, "GET", "/a", "2024-11-15", "19:45:51", "200", "Miss") + "\n";

        read("#Fields: " + NAMES + "\n" + row + row.replace("/a", "/b"));
        read("#Fields: " + NAMES.replace(" ", delimiter) + "\n" + row.replace("/a", "/c"));

        assertEquals(List.of("/a", "/b", "/c"), read.paths());
        assertEquals(0, reader.oddRows());
        assertTrue(read.rows.stream().allMatch(ReadRows.Copy::originCall), "the last cell is whole");
    }

    @Test
    void believesWhatTheUserSaysOfADelimiterThatNobodyWouldGuess() {
        reader = new LogReader(LogOptions.withFields(NAMES).delimiter("%$"), 4096, 65_536);

        read("GET%$/a%$2024-11-15%$19:45:51%$200%$Miss\n");
        read(lines(
                "#Version: 1.0",
                "#Fields: cs-uri-stem cs-method sc-status date time",
                "/b\tGET\t200\t2024-11-15\t19:45:51"));

        assertEquals(List.of("/a", "/b"), read.paths());
    }

    @Test
    void masksTheRightCellsOfARowThatIsSplitByAnotherDelimiter() {
        read(lines(
                "#Fields: c-ip cs-method cs-uri-stem date time sc-status",
                "192.0.2.1|GET|/a|2024-11-15|19:45:51|200",
                "192.0.2.1|GET|/a|2024-11-15|19:45:51|2000"));

        assertEquals(
                List.of(new ReadRows.Rejected(
                        RejectReason.BAD_STATUS, 3, "192.0.2.1\tGET\t/a\t2024-11-15\t19:45:51\t2000")),
                read.rejected);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "timestamp(ms), 1731699951999",
        "timestamp(ms), 1731699951000",
        "timestamp, 1731699951.999",
        "timestamp, 1731699951"
    })
    void takesTheTimeFromATimestampWhereThereIsNoDate(String name, String value) {
        assertEquals(
                START,
                ReadRows.only(name + " cs-method cs-uri-stem sc-status", value + "\tGET\t/a\t200")
                        .epochSecond());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1731699951.x", "-1", "1e9", "-", "9999999999999999", "1731699951."})
    void rejectsATimestampThatIsNone(String value) {
        assertEquals(
                List.of(RejectReason.BAD_TIME),
                ReadRows.of("#Fields: timestamp cs-method cs-uri-stem sc-status\n" + value + "\tGET\t/a\t200\n")
                        .reasons());
    }

    @Test
    void readsARealTimeLogByTheDocumentedOrder() {
        read(REAL_TIME + "\n");

        ReadRows.Copy row = read.rows.get(0);
        assertEquals("/i", row.path(), "the query stands behind the path");
        assertEquals("test.example.com", row.host(), "cs-host is what the viewer asked for");
        assertEquals(1_607_374_321L, row.epochSecond());
        assertEquals(42, row.durationMs());
        assertEquals(485, row.bytesOut());
        assertEquals(Optional.of("real-time log of 40 columns in the documented order"), reader.recognisedLayout());
    }

    @Test
    void readsARealTimeLogWithColumnsThatCameLater() {
        read(REAL_TIME + "\t0.031\t0.035\t16509\n");
        read(REAL_TIME.replace("127.0.0.1\t", "127.0.0.1\t10.0.0.1\t") + "\t0.031\t0.037\t16509\n");

        assertEquals(
                List.of(35, 37),
                read.rows.stream().map(ReadRows.Copy::durationMs).toList());
        assertEquals(DurationField.ORIGIN_LBL, read.rows.get(0).durationField());
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "M-SEARCH"})
    void readsARealTimeLogWhoseFirstRowsAreOdd(String method) {
        String odd = REAL_TIME.replace("\tGET\t", "\t" + method + "\t");

        read(lines(odd, odd, REAL_TIME, odd));

        assertEquals(
                List.of(1L, 2L, 3L, 4L),
                read.rows.stream().map(ReadRows.Copy::line).toList());
        assertEquals(4, reader.rows());
        assertTrue(reader.recognisedLayout().isPresent());
    }

    @Test
    void believesNoLayoutThatShowsTooLateOrBeforeAHeader() {
        String header = "#Fields: " + NAMES + "\n";
        String odd = REAL_TIME.replace("\tGET\t", "\tget\t") + "\n";

        assertInstanceOf(ReadOutcome.NotALog.class, read(odd.repeat(101) + REAL_TIME));
        assertInstanceOf(ReadOutcome.NotALog.class, read(odd + header + "GET\t/a\t2024-11-15\t19:45:51\t200\tMiss\n"));
        assertInstanceOf(ReadOutcome.NotALog.class, read("x".repeat(70_000) + "\n" + REAL_TIME));
        assertEquals(List.of(), read.rows);
        assertEquals(List.of(), read.rejected);
    }

    @Test
    void doesNotGuessAtARealTimeLogOfTheOwnersOwnChoice() {
        String chosen = "1607374321.541\t192.0.2.77\tGET\t/a?b=c\t200\twww.example.com\n";
        assertInstanceOf(ReadOutcome.NotALog.class, read(chosen));

        reader = new LogReader(
                LogOptions.withFields("timestamp c-ip cs-method cs-uri-stem sc-status cs-host"), 4096, 65_536);
        read(chosen);

        assertEquals(List.of("/a"), read.paths());
        assertEquals("www.example.com", read.rows.get(0).host());
    }

    @Test
    void takesTheOriginsLatencyBeforeTheEdges() {
        String names = "date time cs-method cs-uri-stem sc-status x-edge-result-type time-taken time-to-first-byte"
                + " origin-fbl origin-lbl";
        String row = "2024-11-15\t19:45:51\tGET\t/a\t200\tMiss\t0.400\t0.300\t";

        assertEquals(100, ReadRows.only(names, row + "0.200\t0.100").durationMs());
        assertEquals(200, ReadRows.only(names, row + "0.200\t-").durationMs());
        assertEquals(300, ReadRows.only(names, row + "-\t-").durationMs());
    }

    @Test
    void readsJsonWhateverTheOrderAndSpellingOfItsRecords() {
        ReadOutcome outcome = read("\u00EF\u00BB\u00BF" + record("/a", "")
                + "\r\n\n"
                + " { \"sc-status\" : \"404\", "
                + "\"time\":\"19:45:51\",\"cs-uri-stem\":\"\\/b%2541\\u002fc\",\"cs-method\""
                + ":\"G\\u0045T\", \"date\":\"2024-11-15\", \"x\":null, \"y\":[1,{\"z\":\"]}\"}], \"n\":-1.5e3 }\n"
                + record("/c", ",\"distributionid\":\"E1\",\"distribution-tenant-id\":\"dt_1\"")
                + record("/d", ""));

        assertEquals(List.of("/a", "/b%41/c", "/c", "/d"), read.paths());
        assertEquals("GET", read.rows.get(1).method());
        assertEquals(404, read.rows.get(1).status());
        assertEquals(new ReadOutcome.Read(4, 0, OriginEvidence.EVERY_ROW), outcome, "one record has no result type");
    }

    @Test
    void rejectsRecordsThatAreNoJson() {
        read(record("/a", "") + "\n{\"cs-method\":\"GET\"\n{\"cs-method\":GET}\nx\n{\"date\":\"\\q\"}\n"
                + record("/b", ",") + "\n" + record("", "") + "\n" + record("/c", "") + "\n");

        assertEquals(List.of("/a", "/c"), read.paths());
        assertEquals(
                List.of(
                        RejectReason.BAD_JSON,
                        RejectReason.BAD_JSON,
                        RejectReason.BAD_JSON,
                        RejectReason.BAD_JSON,
                        RejectReason.BAD_JSON,
                        RejectReason.NO_PATH),
                read.reasons());
    }

    @Test
    void showsARejectedRecordAsItStands() {
        String line = record("\\/a", "").replace("\"200\"", "\"20\"");
        read(record("/a", "") + "\n" + line + "\n");

        assertEquals(List.of(new ReadRows.Rejected(RejectReason.BAD_STATUS, 2, line)), read.rejected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Records\":[]}\n",
                "{\n  \"cs-method\": \"GET\"\n}\n",
                "{\"date\":\"2024-11-15\",\"time\":\"19:45:51\"}\n",
            })
    void doesNotTakeOtherJsonForALog(String json) {
        String why = assertInstanceOf(ReadOutcome.NotALog.class, read(json)).why();

        assertTrue(why.startsWith("looks like JSON, but "), why);
        assertTrue(read.rows.isEmpty() && read.rejected.isEmpty());
    }

    @Test
    void readsRowsBeforeAHeaderInTheMiddle() {
        String row =
                "2015-01-28\t18:41:47\tLHR5\t4082\t195.214.31.26\tGET\td1.cloudfront.net\t/a\t200\t-\tcurl/7.35.0\t-\n";

        read(row + "#Version: 1.0\n#Fields: cs-method cs-uri-stem sc-status date time\n"
                + "PUT\t/b\t201\t2015-01-28\t18:41:47\n");

        assertEquals(List.of("/a", "/b"), read.paths());
        assertEquals(Optional.of("standard log of 12 columns"), reader.recognisedLayout());
    }

    @Test
    void refusesOptionsThatSayNothing() {
        assertThrows(IllegalArgumentException.class, () -> LogOptions.DEFAULT.delimiter(""));
        assertThrows(IllegalArgumentException.class, () -> LogOptions.DEFAULT.delimiter("123456"));
        assertThrows(IllegalArgumentException.class, () -> LogOptions.DEFAULT.samplingRate(101));
        assertThrows(
                IllegalArgumentException.class,
                () -> LogOptions.withFields("timestamp(ms) cs-method cs-uri-stem"),
                "no status");
        assertEquals("\t", LogOptions.DEFAULT.delimiter("tab").delimiter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-11-15|19:45:51|get|/0|200|https|1.2.3.4",
                "2024-11-15|19:45:51|GET|/0|200|h3|1.2.3.4",
                "2024-11-15|19:45:51|GET|/0|200|https|localhost",
                "2024-11-15|19:45:51|QUERY-1|/0|200|-|-"
            })
    void readsRowsThatDoNotShowTheDelimiterByTheOneThatALaterRowShows(String odd) {
        String header = "#Fields: date time cs-method cs-uri-stem sc-status cs-protocol c-ip";
        String good = "2024-11-15|19:45:51|GET|/1|200|https|1.2.3.4";

        read(lines(header, odd, odd, good, odd, header, odd, header + " ", odd, good));

        assertEquals(List.of("/0", "/0", "/1", "/0", "/0", "/0", "/1"), read.paths());
        assertEquals(
                List.of(2L, 3L, 4L, 5L, 7L, 9L, 10L),
                read.rows.stream().map(ReadRows.Copy::line).toList());
        assertEquals(List.of(), read.rejected);
        assertEquals(7, reader.rows());
    }

    @Test
    void rejectsRowsOfWhichNoneShowsADelimiter() {
        String odd = "2024-11-15|19:45:51|get|/0|200";

        read(lines("#Fields: date time cs-method cs-uri-stem sc-status", odd)
                .concat(lines(odd).repeat(40_000)));

        assertEquals(40_001, read.rejected.size());
        assertEquals(new ReadRows.Rejected(RejectReason.NO_METHOD, 40_002, odd), read.rejected.get(40_000));
        assertEquals(40_001, reader.rows());
    }

    private static String record(String path, String more) {
        return "{\"date\":\"2024-11-15\",\"time\":\"19:45:51\",\"cs-method\":\"GET\",\"cs-uri-stem\":\"" + path
                + "\",\"sc-status\":\"200\",\"x-edge-result-type\":\"Miss\"" + more + "}";
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private ReadOutcome read(String log) {
        return read.outcome(reader, log);
    }
}
