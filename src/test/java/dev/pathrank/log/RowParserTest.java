package dev.pathrank.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.log.reader.ReadRows;
import dev.pathrank.text.ByteSlice;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The meaning of each cell. */
class RowParserTest {
    private static final String COLUMNS = "date time cs-method cs-uri-stem sc-status ";
    private static final String CELLS = "2017-02-12\t16:00:00\tGET\t/a\t200\t";

    @ParameterizedTest(name = "{0} {1} {2} {3} {4} -> {5}")
    @CsvSource({
        "'', GET, /a, 200, 16:00:00, BAD_TIME",
        "2017-02-12, '', /a, 200, 16:00:00, NO_METHOD",
        "2017-02-12, -, /a, 200, 16:00:00, NO_METHOD",
        "2017-02-12, GET, '', 200, 16:00:00, NO_PATH",
        "2017-02-12, GET, -, 200, 16:00:00, NO_PATH",
        "2017-02-12, GET, ?a=b, 200, 16:00:00, NO_PATH",
        "2017-02-12, GET, /a, '', 16:00:00, BAD_STATUS",
        "2017-02-12, GET, /a, -, 16:00:00, BAD_STATUS",
        "2017-02-12, GET, /a, 20, 16:00:00, BAD_STATUS",
        "2017-02-12, GET, /a, 2000, 16:00:00, BAD_STATUS",
        "2017-02-12, GET, /a, OOO, 16:00:00, BAD_STATUS",
        "2017-02-12, GET, /a, -20, 16:00:00, BAD_STATUS",
        "2017-02-12, GET, /a, 200, 24:00:00, BAD_TIME",
        "x, -, -, x, x, NO_METHOD",
    })
    void rejectsWithOneReason(
            String date, String method, String path, String status, String time, RejectReason reason) {
        String row = String.join("\t", date, method, path, status, time);

        ReadRows read = ReadRows.of("#Fields: date cs-method cs-uri-stem sc-status time\n" + row + "\n");

        assertEquals(List.of(new ReadRows.Rejected(reason, 2, row)), read.rejected);
        assertTrue(read.rows.isEmpty());
    }

    @ParameterizedTest(name = "{0}T{1}Z")
    @CsvSource({
        "1970-01-01, 00:00:00",
        "2016-02-29, 23:59:59",
        "2000-02-29, 12:34:56",
        "2017-12-31, 23:00:59",
        "9999-12-31, 23:59:59"
    })
    void readsEveryUtcSecond(String date, String time) {
        assertEquals(Instant.parse(date + "T" + time + "Z").getEpochSecond(), time(date, time));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2017-02-29, 00:00:00",
        "1900-02-29, 00:00:00",
        "2017-13-01, 00:00:00",
        "2017-00-01, 00:00:00",
        "2017-01-00, 00:00:00",
        "2017-04-31, 00:00:00",
        "1969-12-31, 23:59:59",
        "2017/01/01, 00:00:00",
        "17-01-01, 00:00:00",
        "2017-1-01, 00:00:00",
        "+017-01-01, 00:00:00",
        "2017-01-01, 24:00:00",
        "2017-01-01, 00:60:00",
        "2017-01-01, 00:00:60",
        "2017-01-01, 0:00:00",
        "2017-01-01, 00.00.00",
        "2017-01-01, -1:00:00",
        "2017-01-01, 00:00:00Z",
        "-, -"
    })
    void knowsNoOtherTime(String date, String time) {
        assertEquals(TimestampParser.BAD, time(date, time));
    }

    @Test
    void remembersTheRightDay() {
        TimestampParser timestamps = new TimestampParser();
        for (String date : List.of("2017-02-12", "2017-02-13", "2017-02-30", "2017-02-30", "2017-02-12")) {
            assertEquals(
                    time(date, "16:00:00"), timestamps.epochSecond(ByteSlice.of(date), ByteSlice.of("16:00:00")), date);
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"/a?b=c, /a", "/a%2520b?x, /a%20b", "/a%3Fb?x%20, /a%3Fb", "/?, /", "//, //", "/a/, /a/"})
    void cutsThePathAtItsFirstRawQueryMark(String logged, String path) {
        assertEquals(path, ReadRows.only(COLUMNS, CELLS.replace("/a", logged)).path());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"200, 200", "000, 0", "999, 999", "101, 101"})
    void readsStatuses(String logged, int status) {
        assertEquals(
                status, ReadRows.only(COLUMNS, CELLS.replace("200", logged)).status());
    }

    @ParameterizedTest(name = "{0} or {1} -> {2}")
    @CsvSource({
        "www.example.com, d1.cloudfront.net, www.example.com",
        "WWW.Example.COM, d1.cloudfront.net, www.example.com",
        "www.example.com:8443, d1.cloudfront.net, www.example.com",
        "www.example.com:, d1.cloudfront.net, www.example.com",
        "%5B2001:DB8::1%5D:443, d1.cloudfront.net, [2001:db8::1]",
        "[::1]:443, d1.cloudfront.net, [::1]",
        "[::1, d1.cloudfront.net, [::1",
        "2001:db8::1, d1.cloudfront.net, 2001:db8::1",
        "-, D1.cloudfront.net, d1.cloudfront.net",
        "'', d1.cloudfront.net, d1.cloudfront.net",
        ":443, d1.cloudfront.net, d1.cloudfront.net",
        "-, -, ''"
    })
    void takesTheViewersHostElseTheDistributionsDomain(String host, String domain, String expected) {
        assertEquals(
                expected,
                ReadRows.only(COLUMNS + "x-host-header cs(Host)", CELLS + host + "\t" + domain)
                        .host());
    }

    @Test
    void hasNoHostWhereTheLogHasNone() {
        ReadRows read = ReadRows.of("#Fields: " + COLUMNS + "x-host-header\n" + CELLS + "WWW.A.de\n" + CELLS + "-\n");

        assertEquals(
                List.of("www.a.de", ""),
                read.rows.stream().map(ReadRows.Copy::host).toList());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "0, 0",
        "3343, 3343",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, 0",
        "99999999999999999999, 0",
        "-5, 0",
        "-, 0",
        "1.5, 0",
        "12a, 0",
        "'', 0"
    })
    void readsBytesSentAsA64BitNumber(String logged, long bytes) {
        assertEquals(bytes, ReadRows.only(COLUMNS + "sc-bytes", CELLS + logged).bytesOut());
    }

    @ParameterizedTest(name = "{0} s -> {1} ms")
    @CsvSource({
        "0.000, 0",
        "0.001, 1",
        "0.042, 42",
        "1, 1000",
        "1.5, 1500",
        "12.34, 12340",
        "0.0004, 0",
        "0.0005, 1",
        "0.00049999, 0",
        "0.9995, 1000",
        "2147483.647, 2147483647",
        "2147483.6475, -1",
        "2147484.0, -1",
        "99999999999999999999.0, -1",
        "-0.001, -1",
        "-, -1",
        "'', -1",
        "., -1",
        "1., -1",
        ".5, -1",
        "1.2.3, -1",
        "1e3, -1",
        "0.00x, -1",
        "NaN, -1"
    })
    void readsSecondsAsWholeMillisecondsRoundedHalfUp(String logged, int millis) {
        assertEquals(
                millis, ReadRows.only(COLUMNS + "time-taken", CELLS + logged).durationMs());
    }

    @ParameterizedTest(name = "lbl {0}, fbl {1}, ttfb {2}, taken {3} -> {4} {5}")
    @CsvSource({
        "0.001, 0.002, 0.003, 0.004, 1, ORIGIN_LBL",
        "-, 0.002, 0.003, 0.004, 2, ORIGIN_FBL",
        "-, x, 0.003, 0.004, 3, TIME_TO_FIRST_BYTE",
        "-1, '', -, 0.004, 4, TIME_TAKEN",
        "-, -, -, -, -1, NONE",
        "0.000, 0.002, 0.003, 0.004, 0, ORIGIN_LBL"
    })
    void choosesTheDurationRowByRow(String lbl, String fbl, String ttfb, String taken, int ms, DurationField field) {
        String columns = COLUMNS + "time-taken time-to-first-byte origin-fbl origin-lbl";

        ReadRows.Copy row = ReadRows.only(columns, CELLS + String.join("\t", taken, ttfb, fbl, lbl));

        assertEquals(ms, row.durationMs());
        assertEquals(field, row.durationField());
    }

    @ParameterizedTest(name = "{0} {1} {2} -> timed {4}")
    @CsvSource({
        "Miss, https, 200, false, true",
        "Miss, -, 200, false, true",
        "Miss, wss, 200, true, false",
        "Miss, ws, 200, true, false",
        "Miss, grpcs, 200, true, false",
        "Miss, https, 101, true, false",
        "Hit, https, 200, false, false",
        "Error, https, 000, false, true"
    })
    void timesOriginCallsThatAreNoConnections(
            String result, String protocol, String status, boolean connection, boolean timed) {
        ReadRows.Copy row = ReadRows.only(
                COLUMNS + "x-edge-result-type cs-protocol time-taken",
                CELLS.replace("200", status) + String.join("\t", result, protocol, "0.250"));

        assertEquals(connection, row.connection());
        assertEquals(timed ? 250 : Row.NO_DURATION, row.durationMs());
        assertEquals(timed ? DurationField.TIME_TAKEN : DurationField.NONE, row.durationField());
    }

    @ParameterizedTest(name = "{0} / {1} -> {2}")
    @CsvFileSource(resources = "/spec/origin-calls.txt", delimiter = '|')
    void tellsWhoReachedTheOrigin(String result, String detailed, boolean originCall) {
        ReadRows.Copy row = ReadRows.only(
                COLUMNS + "x-edge-result-type x-edge-detailed-result-type", CELLS + result + "\t" + detailed);

        assertEquals(originCall, row.originCall());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Miss", "RefreshHit", "Error"})
    void needsNoDetailedType(String result) {
        assertTrue(ReadRows.only(COLUMNS + "x-edge-result-type", CELLS + result).originCall());
    }

    @Test
    void countsEveryRowWithoutResultTypeAsOriginCall() {
        assertTrue(ReadRows.only(COLUMNS, CELLS).originCall());
        assertTrue(ReadRows.only(COLUMNS + "x-edge-detailed-result-type", CELLS + "OriginShieldHit")
                .originCall());
    }

    private static long time(String date, String time) {
        ReadRows read = ReadRows.of(
                "#Fields: date time cs-method cs-uri-stem sc-status\n" + date + "\t" + time + "\tGET\t/\t200\n");
        return read.rows.isEmpty() ? TimestampParser.BAD : read.rows.get(0).epochSecond();
    }
}
