package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of verdicts, what counts as a failure, and the causes that {@code compare} names, at their bounds. */
class CompareCausesTest {
    private static final String TIMED = "date time cs-method cs-uri-stem sc-status x-edge-result-type time-taken";
    private static final String FIRST_BYTE =
            "date time cs-method cs-uri-stem sc-status x-edge-result-type time-to-first-byte";

    @TempDir
    private Path folder;

    /** Rows of one period, spread over its minutes. */
    private final class Period {
        private final String day;
        private final List<String> rows = new ArrayList<>();

        Period(String day) {
            this.day = day;
        }

        Period calls(int count, String path, String status, String result) {
            for (int call = 0; call < count; call++) {
                String time = String.format(Locale.ROOT, "%02d:%02d:%02d", call / 60 % 24, call % 60, call % 59);
                rows.add(String.join("\t", day, time, "GET", path, status, result, "0.050"));
            }
            return this;
        }

        Path with(String fields) throws IOException {
            List<String> lines = new ArrayList<>(List.of("#Version: 1.0", "#Fields: " + fields));
            lines.addAll(rows);
            return Files.write(folder.resolve(day), lines);
        }
    }

    private Period before() {
        return new Period("2017-02-11");
    }

    private Period after() {
        return new Period("2017-02-12");
    }

    private static Cli compare(Period before, Period after) throws IOException {
        return Cli.run("compare", before.with(TIMED), after.with(TIMED)).exits(0);
    }

    private static String reason(Cli run) {
        assertEquals(List.of("roll back"), run.column("verdict"), run::toString);
        return run.column("reason").get(0);
    }

    @Test
    void endpointsOfOneVerdictComeByTheirOriginCallsAfter() throws IOException {
        Cli run = compare(
                before().calls(900, "/a", "200", "Miss")
                        .calls(600, "/b", "200", "Miss")
                        .calls(300, "/c", "200", "Miss"),
                after().calls(300, "/a", "200", "Miss")
                        .calls(400, "/a", "200", "Hit")
                        .calls(600, "/b", "200", "Miss")
                        .calls(900, "/c", "200", "Miss"));

        assertEquals(1, run.column("verdict").stream().distinct().count(), run::toString);
        assertEquals(List.of("/c", "/b", "/a"), run.column("pattern"));
    }

    @Test
    void callsThatViewersAbortAreFailures() throws IOException {
        Cli run = compare(
                before().calls(2000, "/a", "200", "Miss"),
                after().calls(1600, "/a", "200", "Miss").calls(400, "/a", "000", "Error"));

        assertTrue(reason(run).startsWith("5xx and aborted none → 20.0 %"), run::toString);
    }

    @ParameterizedTest
    @CsvSource({"100, 100, true", "99, 101, false"})
    void aCauseIsNamedWhereItMakesUpHalfOfTheFailures(int telling, int others, boolean named) throws IOException {
        Cli run = compare(
                before().calls(2000, "/a", "200", "Miss"),
                after().calls(1800, "/a", "200", "Miss")
                        .calls(telling, "/a", "502", "Error")
                        .calls(others, "/a", "500", "Error"));

        assertEquals(named, reason(run).contains("(502 or 503)"), run::toString);
    }

    @ParameterizedTest
    @CsvSource({"1640, false", "1560, true"})
    void theCacheKeyIsNamedWhereTheCacheAnswersAFifthMore(int misses, boolean named) throws IOException {
        Cli run = compare(
                before().calls(2000, "/a", "200", "Miss"),
                after().calls(misses - 200, "/a", "200", "Miss")
                        .calls(200, "/a", "500", "Error")
                        .calls(2000 - misses, "/a", "200", "Hit"));

        assertEquals(named, reason(run).contains("the cache key"), run::toString);
    }

    @Test
    void durationsOfOtherFieldsAreNotCompared() throws IOException {
        Cli run = Cli.run(
                        "compare",
                        before().calls(2000, "/a", "200", "Miss").with(TIMED),
                        after().calls(1800, "/a", "200", "Miss")
                                .calls(200, "/a", "500", "Error")
                                .with(FIRST_BYTE))
                .exits(0);

        assertTrue(reason(run).contains("p95 is not judged"), run::toString);
    }

    @Test
    void durationsOfLogsWithOtherColumnsAreNotCompared() throws IOException {
        Period before = before().calls(2000, "/a", "200", "Miss");
        Period after = after().calls(1800, "/a", "200", "Miss").calls(200, "/a", "500", "Error");
        String others = TIMED.replace("x-edge-result-type", "x-unknown");

        Cli run = Cli.run("compare", before.with(TIMED), after.with(others)).exits(0);

        assertTrue(reason(run).contains("p95 is not judged"), run::toString);
    }
}
