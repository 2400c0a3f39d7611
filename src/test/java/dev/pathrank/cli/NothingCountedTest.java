package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs without a counted row, and logs with gaps (contract: "Output and exit codes"). */
class NothingCountedTest {
    @TempDir
    Path folder;

    private Path log;

    @BeforeEach
    void writeLog() throws IOException {
        log = new TestLog()
                .rows(3, "GET", "/user/me", 200)
                .host("static.example.com")
                .rows(5, "POST", "/login", 204)
                .to(folder.resolve("logs/log.gz"));
    }

    @ParameterizedTest(name = "{0} says: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--host nosuch.example.com | the logs have hosts static.example.com (5), www.example.com "
                        + "(3); check --host",
                "--method PUT | the logs have methods POST (5), GET (3); check --method",
                "--status 5xx | the logs have statuses 204 (5), 200 (3); check --status",
                "--include /api/** | hosts static.example.com (5), www.example.com (3), methods POST (5), "
                        + "GET (3); check --include",
                "--from 2018-01-01 | the logs have hours from 2017-02-12T16:00:00Z to 2017-02-12T17:00:00Z; "
                        + "check --from"
            })
    void filtersThatMatchNothingGiveNoReportAndSayWhatTheLogsHave(String filter, String seen) {
        for (String command : new String[] {"rank", "patterns", "plan"}) {
            Path report = folder.resolve("report.csv");
            String[] words = (command + " " + log + " " + filter + " -o " + report).split(" ");

            Cli.run((Object[]) words)
                    .exits(1)
                    .printsNothing()
                    .saysOnErr("none of the 8 rows is counted (8 filtered, 0 rejected), so there is no report; ")
                    .saysOnErr(seen)
                    .saysOnErr("rows: 8 read = 0 counted + 8 filtered + 0 rejected");
            assertFalse(Files.exists(report));
        }
    }

    @Test
    void allowEmptyWritesTheHeader() {
        for (String command : new String[] {"rank", "patterns", "plan"}) {
            Cli.run(command, log, "--host", "nosuch.example.com", "--allow-empty")
                    .exits(0)
                    .printsLine(".*method,pattern,.*")
                    .saysOnErr("so the report is empty; the logs have hosts");
        }
        Cli.run(new byte[0], "rank", "-", "--allow-empty").exits(0).printsLine("rank,method.*");
    }

    @Test
    void emptyStandardInputIsNoReport() {
        Cli.run(new byte[0], "rank", "-")
                .exits(1)
                .printsNothing()
                .saysOnErr("the logs contain no rows, so there is no");
    }

    @Test
    void rejectedRowsAloneGiveNoReportAndTheFileOfRejects() throws IOException {
        Path bad = new TestLog()
                .row("2017-02-12\t16:00:00", "GET", "/a", "OOO")
                .row("2017-02-12\t16:00:00", "GET", "/a", "OOO")
                .to(folder.resolve("bad.gz"));
        Path rejects = folder.resolve("rejects.csv");
        Path summary = folder.resolve("summary.json");

        Cli.run("rank", bad, "--rejects", rejects, "--summary", summary)
                .exits(1)
                .printsNothing()
                .saysOnErr(
                        "none of the 2 rows is counted (0 filtered, 2 rejected: bad-status 2), so there is no report")
                .doesNotSayOnErr("check ");
        assertTrue(Files.readAllLines(rejects).size() == 3, "header and rows");
        assertTrue(Files.readString(summary).contains("\"endpoints\" : 0")
                || Files.readString(summary).contains("\"endpoints\": 0"));
    }

    @Test
    void aMethodIsFoundInEitherCase() {
        Cli.run("rank", log, "--method", "get").exits(0).saysOnErr("8 read = 3 counted + 5 filtered");
    }

    @Test
    void daysWithoutARowAreTold() throws IOException {
        TestLog gaps = new TestLog();
        for (String day : new String[] {"01", "04", "05", "21"}) {
            gaps.row("2017-02-" + day + "\t08:00:00", "GET", "/a", "200");
        }
        gaps.row("2017-02-10\t08:00:00", "POST", "/b", "200");
        Path file = gaps.to(folder.resolve("gaps.gz"));
        Path summary = folder.resolve("summary.json");

        Cli.run("rank", file, "--method", "GET", "--summary", summary)
                .exits(0)
                .saysOnErr("16 of 21 days have no log: 2017-02-02 to 2017-02-03, 2017-02-06 to 2017-02-09,"
                        + " 2017-02-11 to 2017-02-20");
        assertTrue(
                Files.readString(summary)
                        .replaceAll("\\s", "")
                        .contains("\"missing_hours\":[[\"2017-02-01T09:00:00Z\","
                                + "\"2017-02-04T08:00:00Z\"],[\"2017-02-04T09:00:00Z\",\"2017-02-05T08:00:00Z\"],"
                                + "[\"2017-02-05T09:00:00Z\",\"2017-02-10T08:00:00Z\"],"),
                () -> summary.toString());
        Cli.run("rank", log).exits(0).doesNotSayOnErr("have no log");
    }

    @Test
    void aStateAndATallyKnowTheDaysOfTheirRows() throws IOException {
        Path file = new TestLog()
                .row("2017-02-01\t08:00:00", "GET", "/a", "200")
                .row("2017-02-04\t08:00:00", "GET", "/a", "200")
                .to(folder.resolve("gaps/gaps.gz"));
        Path tally = folder.resolve("a.tally");
        Cli.run("rank", file, "--save", tally).exits(0);

        Cli.run("rank", tally).exits(0).saysOnErr("2 of 4 days have no log");
        Cli.run("rank", folder.resolve("gaps"), "--state", folder.resolve("state"))
                .exits(0)
                .saysOnErr("2 of 4 days have");
        Cli.run("rank", "--state", folder.resolve("state"), "--from", "2018-01-01")
                .exits(1)
                .saysOnErr("no rows match --from, so there is no report");
    }

    @Test
    void aCrossedThresholdGoesBeforeAnIncompleteReport() throws IOException {
        Path lock = Files.writeString(folder.resolve("p.lock"), "GET /user/me\n");
        Files.writeString(folder.resolve("logs/other.txt"), "no log\n");

        Cli.run("rank", folder.resolve("logs"), "--lock", lock).exits(3);
        Cli.run("rank", folder.resolve("logs"), "--lock", lock, "--fail-on-new").exits(4);
    }
}
