package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of rows that lie at the bounds of what is counted (contract: "Counts", "Durations", "Peaks"). */
class CellBoundsTest {
    private static final String FIELDS =
            "#Fields: date time cs-method cs-uri-stem sc-status sc-bytes x-edge-result-type time-taken c-ip\n";

    @TempDir
    Path folder;

    private final StringBuilder rows = new StringBuilder();

    private void call(String dateAndTime, String method, String status, String seconds) {
        rows.append(String.join("\t", dateAndTime, method, "/a", status, "1000", "Miss", seconds, "192.0.2.1"))
                .append('\n');
    }

    private Cli rank(Object... more) throws IOException {
        Path log = Files.writeString(folder.resolve("a.log"), FIELDS + rows);
        Object[] all = new Object[more.length + 2];
        all[0] = "rank";
        all[1] = log;
        System.arraycopy(more, 0, all, 2, more.length);
        return Cli.run(all).exits(0);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 0, 0, 0",
        "399, 0, 0, 0",
        "400, 1, 0, 0",
        "404, 1, 0, 0",
        "499, 1, 0, 0",
        "500, 0, 1, 0",
        "599, 0, 1, 0",
        "000, 0, 0, 1",
    })
    void aStatusIsOfOneClass(String status, String of4xx, String of5xx, String aborted) throws IOException {
        call("2017-02-12\t16:00:00", "GET", "200", "0.1");
        call("2017-02-12\t16:00:01", "GET", status, "0.1");

        Cli run = rank();

        assertEquals(List.of("2"), run.column("calls"));
        assertEquals(List.of(of4xx), run.column("errors_4xx"));
        assertEquals(List.of(of5xx), run.column("errors_5xx"));
        assertEquals(List.of(aborted), run.column("aborted"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  401, noise",
        "POST, 401, endpoint",
        "POST, 403, noise",
        "GET,  000, noise",
        "GET,  500, endpoint",
        "GET,  304, endpoint",
    })
    void isNoiseWhereEveryCallWasRefusedOrLeft(String method, String status, String kind) throws IOException {
        call("2017-02-12\t16:00:00", method, "404", "0.1");
        call("2017-02-12\t16:00:01", method, status, "0.1");

        assertEquals(List.of(kind), rank().column("kind"));
    }

    /** The ⌈n·q⌉-th smallest. A duration below 64 ms is a class of its own, so each answer is exact. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "2, 1, 2, 2", "19, 10, 19, 19", "20, 10, 19, 20", "21, 11, 20, 21", "60, 30, 57, 60"})
    void aQuantileIsTheDurationOfOneCall(int calls, String p50, String p95, String p99) throws IOException {
        for (int ms = calls; ms >= 1; ms--) {
            call("2017-02-12\t16:00:00", "GET", "200", String.format(Locale.ROOT, "0.%03d", ms));
        }

        Cli run = rank();

        assertEquals(List.of(p50), run.column("p50_ms"));
        assertEquals(List.of(p95), run.column("p95_ms"));
        assertEquals(List.of(p99), run.column("p99_ms"));
        assertEquals(List.of(Integer.toString(calls)), run.column("max_ms"));
    }

    /** A class of long durations reaches above the longest of them. */
    @Test
    void noQuantileIsAboveTheLongestDuration() throws IOException {
        for (int ms : List.of(1024, 20_000, 29_999, 60_001, 119_999)) {
            rows.setLength(0);
            call("2017-02-12\t16:00:00", "GET", "200", String.format(Locale.ROOT, "%d.%03d", ms / 1000, ms % 1000));

            Cli run = rank();

            assertEquals(List.of(Integer.toString(ms)), run.column("max_ms"));
            assertTrue(Integer.parseInt(run.column("p99_ms").get(0)) <= ms, run::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"5", "1100"})
    void thePeakIsTheFirstSecondWithMostCalls(int quietCalls) throws IOException {
        for (int row = 0; row < quietCalls; row++) {
            int second = 7 + 5 * row;
            call(
                    String.format(
                            Locale.ROOT, "2017-02-11\t%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60),
                    "GET",
                    "200",
                    "0.1");
        }
        for (String time : List.of("13\t16:00:03", "13\t16:00:03", "12\t16:00:03", "12\t16:00:02", "12\t16:00:02")) {
            call("2017-02-" + time, "GET", "200", "0.1");
        }

        Cli run = rank();

        assertEquals(List.of("2"), run.column("peak_rps"), "seconds of different days are not added up");
        assertEquals(List.of("2017-02-12T16:00:02Z"), run.column("peak_at"));
    }

    /** Of real-time logs that hold every second request each row stands for two calls, but for one client. */
    @Test
    void aRowOfASampledLogStandsForSeveralCalls() throws IOException {
        StringBuilder log = new StringBuilder();
        for (String status : List.of("200", "404", "500", "000")) {
            log.append(String.join("\t", "1486915200.0", "192.0.2.1", "GET", "/a", status, "1000", "Miss", "0.1"))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("realtime.log"), log);

        Cli run = Cli.run(
                        "rank",
                        file,
                        "--fields",
                        "timestamp c-ip cs-method cs-uri-stem sc-status sc-bytes x-edge-result-type time-taken",
                        "--sampling-rate",
                        "50")
                .exits(0);

        for (String column : List.of("errors_4xx", "errors_5xx", "aborted")) {
            assertEquals(List.of("2"), run.column(column), column);
        }
        for (String column : List.of("calls", "origin_calls", "peak_rps")) {
            assertEquals(List.of("8"), run.column(column), column);
        }
        assertEquals(List.of("8000"), run.column("bytes_out"));
        assertEquals(List.of("1"), run.column("clients"));
    }
}
