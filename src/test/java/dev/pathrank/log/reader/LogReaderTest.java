package dev.pathrank.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.LogOptions;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.RejectReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogReaderTest {
    private static final String FIELDS = "#Fields: date time cs-method cs-uri-stem sc-status x-edge-result-type\n";
    private static final String RTMP = "#Version: 1.0\n"
            + "#Fields: date time x-edge-location c-ip x-event sc-bytes x-cf-status x-cf-client-id cs-uri-stem"
            + " cs-uri-query c-referrer x-page-url\tc-user-agent x-sname x-sname-query x-file-ext x-sid\n"
            + "2010-03-12\t23:51:20\tSEA4\t192.0.2.147\tconnect\t2014\tOK\tbfd8\trtmp://s.cloudfront.net/cfx/st"
            + "\tkey=v\n";

    private final ReadRows read = new ReadRows();
    private final LogReader reader = ReadRows.reader();

    @Test
    void findsColumnsByNameWhereverTheyStand() {
        read("#Fields: sc-status x-new cs-uri-stem CS-Method time date\n404\tx\t/a\tPUT\t16:00:00\t2017-02-12\n");

        ReadRows.Copy row = read.rows.get(0);
        assertEquals("PUT", row.method());
        assertEquals("/a", row.path());
        assertEquals(404, row.status());
        assertEquals(1_486_915_200L, row.epochSecond());
    }

    @Test
    void followsTheLatestHeader() {
        read(FIELDS + row("/a") + "#Version: 1.0\n#Fields: cs-uri-stem date time cs-method sc-status\n"
                + "/b\t2017-02-12\t16:00:00\tGET\t200\n" + FIELDS + row("/c"));

        assertEquals(List.of("/a", "/b", "/c"), read.paths());
        assertEquals(3, reader.rows());
        assertEquals(0, reader.oddRows());
        assertEquals(OriginEvidence.EVERY_ROW, reader.evidence(), "the weakest header stands for the object");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "#Fields: date time cs-method cs-uri-stem sc-status x-edge-result-type\n",
                "#Fields:date\ttime cs-method  cs-uri-stem\tsc-status x-edge-result-type \n",
                "#FIELDS: Date Time CS-Method cs-URI-stem sc-Status X-Edge-Result-Type\n",
                "#Version: 1.0\r\n#Fields: date time cs-method cs-uri-stem sc-status x-edge-result-type\r\n",
                "\u00EF\u00BB\u00BF#Fields: date time cs-method cs-uri-stem sc-status x-edge-result-type\n",
                "\n\r\n#Remark: x\n#Fields: date time cs-method cs-uri-stem sc-status x-edge-result-type\n\n"
            })
    void acceptsEveryFormOfAHeader(String header) {
        read(header + row("/a"));

        assertEquals(List.of("/a"), read.paths());
        assertEquals(new ReadOutcome.Read(1, 0, OriginEvidence.RESULT_TYPE), reread(header + row("/a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void endsLinesEitherWayAndNeedsNoLastOne(String end) {
        String log = (FIELDS + row("/a") + "\n" + row("/b")).replace("\n", end);

        read(log.substring(0, log.length() - end.length()));

        assertEquals(List.of("/a", "/b"), read.paths());
        assertEquals(
                List.of(2L, 4L), read.rows.stream().map(ReadRows.Copy::line).toList());
        assertTrue(read.rows.stream().allMatch(ReadRows.Copy::originCall), "no CR is left in the last cell");
    }

    @Test
    void leavesNoCarriageReturnInACellWhetherTheLastOneIsNeededOrMissing() {
        String log = FIELDS.replace("\n", " x-new\n")
                + row("/first")
                + row("/whole").replace("\n", "\tlast\n")
                + row("/short");

        ReadOutcome outcome = read(log.replace("\n", "\r\n"));

        assertEquals(new ReadOutcome.Read(3, 2, OriginEvidence.RESULT_TYPE), outcome);
        assertEquals(List.of("/first", "/whole", "/short"), read.paths());
        assertTrue(read.rows.stream().allMatch(ReadRows.Copy::originCall));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "#Version: 1.0\n", "#Version: 1.0\n#Fields: date time\n"})
    void readsNoRowsFromAnObjectWithout(String log) {
        assertEquals(new ReadOutcome.Read(0, 0, OriginEvidence.NONE), read(log));
    }

    @Test
    void padsShortRowsAndIgnoresSurplusCellsAndCountsBothAsOdd() {
        ReadOutcome outcome = read(FIELDS
                + row("/a")
                + "2017-02-12\t16:00:00\tGET\t/short\t200\n"
                + "2017-02-12\t16:00:00\tGET\t/long\t200\tHit\tsurplus\t\n"
                + "2017-02-12\n"
                + row("/b"));

        assertEquals(new ReadOutcome.Read(5, 3, OriginEvidence.RESULT_TYPE), outcome);
        assertEquals(List.of("/a", "/short", "/long", "/b"), read.paths());
        assertTrue(read.rows.get(1).originCall(), "a missing cell is absent, not what the row before had there");
        assertEquals(List.of(new ReadRows.Rejected(RejectReason.NO_METHOD, 5, "2017-02-12")), read.rejected);
    }

    @Test
    void doesNotGuessAtAnObjectWithoutHeader() {
        ReadOutcome.NotALog outcome =
                assertInstanceOf(ReadOutcome.NotALog.class, read("2017-02-12\t16:00:00\tLAX1\t1\t192.0.2.1\tGET\n"));

        assertTrue(outcome.why().contains("line 1 begins with \"2017-02-12\""), outcome.why());
        assertTrue(outcome.why().contains("--fields"), outcome.why());
        assertTrue(read.rows.isEmpty() && read.rejected.isEmpty());
    }

    @Test
    void showsNoViewersAddressInAMessage() {
        String realTime = "1607374321.541\t192.0.2.77\t0.042\t200\n";

        String why = assertInstanceOf(ReadOutcome.NotALog.class, read(realTime)).why();

        assertTrue(why.contains("1607374321.541") && !why.contains("192.0.2.77"), why);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'{\"date\":\"2024-11-15\"}', looks like JSON",
        "'\u001F\u008B\b\u0000', gzip inside gzip",
        "'PK\u0003\u0004', a zip archive",
        "'\u00FF\u00FE#\u0000', UTF-16",
        "'\u0000\u0000\u0000\u0000', first bytes 00 00 00 00"
    })
    void namesWhatIsNoLog(String content, String expected) {
        String why = assertInstanceOf(ReadOutcome.NotALog.class, read(content)).why();

        assertTrue(why.contains(expected), why);
    }

    @Test
    void takesColumnsFromTheUserWhereTheObjectNamesNone() {
        LogOptions options = LogOptions.withFields("date time, cs-method cs-uri-stem sc-status x-edge-result-type");
        LogReader told = new LogReader(options, 64, 256);

        assertEquals(new ReadOutcome.Read(1, 0, OriginEvidence.RESULT_TYPE), read.outcome(told, row("/a")));
        read.outcome(told, "#Fields: cs-uri-stem date time cs-method sc-status\n/b\t2017-02-12\t16:00:00\tGET\t200\n");
        read.outcome(told, row("/c"));

        assertEquals(List.of("/a", "/b", "/c"), read.paths(), "a header in one object is forgotten in the next");
    }

    @Test
    void refusesColumnsWithWhichNoRowCouldBeRead() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> LogOptions.withFields("date time cs-method cs-uri-stem"));

        assertTrue(refusal.getMessage().startsWith("--fields lacks \"sc-status\""), refusal.getMessage());
    }

    @Test
    void skipsRtmpAndConnectionLogsByTheirColumns() {
        assertEquals(new ReadOutcome.Skipped("RTMP log"), read(RTMP));
        assertEquals(1, reader.passedOverLines());
        assertEquals(
                new ReadOutcome.Skipped("connection log"),
                read("#Fields: eventTimestamp connectionId connectionStatus clientIp tlsProtocol\n1\t2\t3\t4\t5\n"));
        assertTrue(read.rows.isEmpty() && read.rejected.isEmpty());
    }

    @Test
    void readsTheRequestsOfAConcatenationWithRtmpLogsInIt() {
        ReadOutcome outcome = read(RTMP + FIELDS + row("/a") + RTMP + FIELDS + row("/b"));

        assertEquals(new ReadOutcome.Read(2, 0, OriginEvidence.RESULT_TYPE), outcome);
        assertEquals(List.of("/a", "/b"), read.paths());
        assertEquals(2, reader.passedOverLines());
    }

    private ReadOutcome read(String log) {
        return read.outcome(reader, log);
    }

    private static ReadOutcome reread(String log) {
        return new ReadRows().outcome(ReadRows.reader(), log);
    }

    private static String row(String path) {
        return "2017-02-12\t16:00:00\tGET\t" + path + "\t200\tMiss\n";
    }
}
