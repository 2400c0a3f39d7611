package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.pathrank.samples.MovedLogs;
import dev.pathrank.source.Gzip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code compare} with the whole program, on a move that the generator of the samples made. */
class CompareTest {
    private static final String MOVE = MovedLogs.MOVE.toString();

    @TempDir
    private static Path folder;

    private static Path logs;
    private static Path before;
    private static Path after;
    private static Path quiet;
    private static Path moved;

    @BeforeAll
    static void writeLogs() throws IOException {
        logs = folder.resolve("logs");
        MovedLogs.write(logs, MovedLogs.objects(1, true, 1));
        quiet = folder.resolve("quiet");
        MovedLogs.write(quiet, MovedLogs.objects(2, false, 1));
        try (Stream<Path> files = Files.list(logs)) {
            List<Path> sorted = files.sorted().toList();
            before = sorted.get(0);
            after = sorted.get(1);
        }
        moved = Files.writeString(
                folder.resolve("moved.txt"),
                "# wave 1\n1 GET /user/<id>\n1 POST /orders 2017-02-13\nGET /search/<x>\n");
    }

    private static Cli compare(Object... options) {
        return Cli.run("compare", logs, options);
    }

    private static Map<String, String> verdicts(Cli run) {
        return byEndpoint(run, "verdict");
    }

    private static String cell(Cli run, String endpoint, String column) {
        String cell = byEndpoint(run, column).get(endpoint);
        return cell == null ? fail("no row for " + endpoint + " in " + run) : cell;
    }

    /** Cells by endpoint, whatever the placeholders are called. */
    private static Map<String, String> byEndpoint(Cli run, String column) {
        Map<String, String> cells = new TreeMap<>();
        run.cells(column).forEach((endpoint, cell) -> cells.put(endpoint.replaceAll("<[^<>]*>", "<>"), cell));
        return cells;
    }

    @Test
    void callsItNoErrorThatTheLogsDoNotReachBackForAWeek() throws IOException {
        Path few = Files.createDirectory(folder.resolve("few"));
        for (String day : List.of("2017-02-11", "2017-02-12")) {
            String rows =
                    new String(new TestLog().rows(200, "GET", "/user/1", 200).plain(), StandardCharsets.UTF_8);
            Files.writeString(few.resolve("E1ABC." + day + "-16.0a1b2c3d.gz"), rows.replace("2017-02-12", day));
        }

        Cli run = Cli.run("compare", few, "--at", "2017-02-12").exits(0);

        assertTrue(!run.err().contains("error:"), run::err);
    }

    @Test
    void judgesTalliesThatTheMomentDoesNotCut() throws IOException {
        Path first = folder.resolve("before.tally");
        Path second = folder.resolve("after.tally");
        Cli.run("rank", before, "--save", first).exits(0);
        Cli.run("rank", after, "--save", second).exits(0);
        Instant dayAfter = MovedLogs.MOVE.truncatedTo(ChronoUnit.DAYS);

        Cli.run("compare", first, second, "--at", dayAfter, "--after", "2d").exits(0);
    }

    @Test
    void judgesEachEndpointAfterAMove() {
        Cli run = compare("--at", MOVE, "--moved", moved).exits(0);

        assertEquals(
                Map.of(
                        "POST /orders", "roll back",
                        "GET /search/<>", "roll back",
                        "GET /user/<>", "keep",
                        "GET /catalog/<>", "keep",
                        "GET /cart/<>", "keep",
                        "POST /login", "keep",
                        "GET /export", "not enough calls"),
                verdicts(run));
        assertTrue(
                cell(run, "POST /orders", "reason").contains("likely concurrency or network interfaces (502 or 503)"));
        assertTrue(cell(run, "GET /search/<>", "reason").startsWith("p95 "), run::toString);
        assertEquals("12 calls before and 12 after; 100 are needed in each period", cell(run, "GET /export", "reason"));
        assertTrue(cell(run, "POST /orders", "worst_minute").startsWith("2017-02-13T16:0"), run::toString);
        assertTrue(Long.parseLong(cell(run, "POST /orders", "worst_minute_5xx")) > 50, run::toString);
        run.saysOnErr("compared with the same hours of the same weekdays before --at");
        run.saysOnErr("verdicts: roll back: 2; keep: 4; not enough calls: 1");
    }

    @Test
    void failsOnARegressionAndNamesIt() throws IOException {
        Path summary = folder.resolve("summary.json");
        Cli run = compare("--at", MOVE, "--moved", moved, "--fail-on-regression", "--summary", summary)
                .exits(4)
                .saysOnErr("roll back: POST /orders: 5xx and aborted ");
        assertTrue(Files.readString(summary).contains("\"roll_back\": 2"), run::toString);

        compare("--at", MOVE, "--fail-on-regression")
                .exits(4)
                .saysOnErr("roll back (side effect: it did not move): POST /orders");
        Cli.run("compare", quiet, "--at", MOVE, "--fail-on-regression").exits(0);
    }

    @Test
    void aMoveThatChangesNothingIsKept() {
        Map<String, String> verdicts =
                verdicts(Cli.run("compare", quiet, "--at", MOVE).exits(0));

        assertTrue(verdicts.values().stream().noneMatch("roll back"::equals), verdicts::toString);
    }

    @Test
    void twoSourcesGiveTheSameAsOneThatIsSplit() {
        Cli split = compare("--at", MOVE).exits(0);
        Cli two = Cli.run("compare", before, after).exits(0);

        assertEquals(verdicts(split), verdicts(two));
        assertEquals(split.column("origin_calls_before"), two.column("origin_calls_before"));
        assertEquals(split.column("p95_ms_after"), two.column("p95_ms_after"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "8"})
    void anyNumberOfThreadsGivesTheSameBytes(String threads) {
        assertEquals(
                compare("--at", MOVE).out(),
                compare("--at", MOVE, "--threads", threads).out());
    }

    @Test
    void anySplitIntoObjectsGivesTheSameBytes() throws IOException {
        Path parts = Files.createDirectories(folder.resolve("parts"));
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.toList()) {
                List<String> lines = new ArrayList<>(Gzip.text(file).lines().toList());
                List<String> header = List.copyOf(lines.subList(0, 2));
                List<String> rows = lines.subList(2, lines.size());
                Collections.shuffle(rows, new Random(rows.size()));
                for (int part = 0; part < 3; part++) {
                    List<String> some = new ArrayList<>(header);
                    some.addAll(rows.subList(part * rows.size() / 3, (part + 1) * rows.size() / 3));
                    Files.write(parts.resolve(file.getFileName().toString().replace(".gz", "") + part + ".log"), some);
                }
            }
        }

        assertEquals(
                compare("--at", MOVE).out(),
                Cli.run("compare", parts, "--at", MOVE).out());
    }

    @Test
    void talliesGiveTheSameBytesAsTheirLogs() {
        Path first = folder.resolve("before.tally");
        Path second = folder.resolve("after.tally");
        Cli.run("rank", before, "--save", first).exits(0);
        Cli.run("rank", after, "--save", second).exits(0);

        assertEquals(
                Cli.run("compare", before, after).out(),
                Cli.run("compare", first, second).out());
    }

    @Test
    void aTallyThatTheMomentCutsIsRefused() {
        Path tally = folder.resolve("both.tally");
        Cli.run("rank", logs, "--save", tally).exits(0);

        Cli.run("compare", tally, "--at", MOVE).exits(2).printsNothing().saysOnErr("a tally cannot be divided");
    }

    @Test
    void aStateGivesWholeDaysAndTheLogsTheCutOnes() {
        Path state = folder.resolve("state");
        Cli.run("rank", logs, "--state", state).exits(0);
        byte[] kept = bytes(state.resolve("manifest"));
        Object[] daysBefore = {"--before", "8d", "--after", "2d"};
        for (Object[] window : List.of(new Object[0], daysBefore)) {
            Cli expected = compare("--at", MOVE, window).exits(0);
            Cli run = compare("--state", state, "--at", MOVE, window).exits(0);

            assertEquals(expected.out(), run.out());
            run.saysOnErr("the state holds whole UTC days; read from SOURCE instead: 2017-02-0")
                    .saysOnErr("Z, 2017-02-13T10:00:00Z to ")
                    .doesNotSayOnErr("objects: 0 listed")
                    .doesNotSayOnErr("error");
        }
        assertArrayEquals(kept, bytes(state.resolve("manifest")), "a comparison changes no state");
    }

    @Test
    @Tag("slow")
    void aStateAloneComparesWholeDays() {
        Path state = folder.resolve("state-alone");
        Cli.run("rank", logs, "--state", state).exits(0);
        Cli expected = compare("--at", "2017-02-13", "--after", "1d").exits(0);
        Cli run = Cli.run("compare", "--state", state, "--at", "2017-02-13", "--after", "1d")
                .exits(0);

        assertEquals(verdicts(expected).keySet(), verdicts(run).keySet());
        assertEquals(expected.column("origin_calls_after"), run.column("origin_calls_after"));
        run.doesNotSayOnErr("read from SOURCE");
        Cli.run("compare", "--state", state, "--at", "2017-03-13").exits(1).printsNothing();
        Cli.run("compare", "--state", folder.resolve("no-state"), "--at", "2017-02-13")
                .exits(1)
                .printsNothing();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theCallsOfBothPeriodsAreThoseOfOneReport() {
        Cli compared = Cli.run("compare", before, after).exits(0);
        Cli ranked = Cli.run("rank", before, after, "--only", "endpoint,asset").exits(0);
        Map<String, String> earlier = compared.cells("origin_calls_before");
        Map<String, Long> both = new TreeMap<>();
        compared.cells("origin_calls_after")
                .forEach((endpoint, later) ->
                        both.put(endpoint, Long.parseLong(earlier.get(endpoint)) + Long.parseLong(later)));
        Map<String, Long> calls = new TreeMap<>();
        ranked.cells("origin_calls").forEach((endpoint, cell) -> calls.put(endpoint, Long.parseLong(cell)));
        assertEquals(calls, both);
    }

    @ParameterizedTest
    @CsvSource({"100, 100, watch", "99, 100, not enough calls", "100, 99, not enough calls"})
    void judgesFromAHundredCallsInEachPeriodOn(int earlier, int later, String verdict) throws IOException {
        Path first = sameCalls("2017-02-11", earlier);
        Path second = sameCalls("2017-02-12", later);

        assertEquals(verdict, cell(Cli.run("compare", first, second), "GET /a", "verdict"));
    }

    private static Path sameCalls(String day, int count) throws IOException {
        TestLog log = new TestLog();
        for (int call = 0; call < count; call++) {
            log.row(String.format(Locale.ROOT, "%s\t16:%02d:%02d", day, call / 60, call % 60), "GET", "/a", "200");
        }
        return log.to(folder.resolve(day + "-" + count + ".gz"));
    }

    @Test
    void topAndOnlyChangeNoVerdict() {
        List<String> all = new ArrayList<>(compare("--at", MOVE).out().lines().toList());

        assertEquals(
                all.subList(0, 3), compare("--at", MOVE, "-n", 2).out().lines().toList());
        assertEquals(1, compare("--at", MOVE, "--only", "asset").out().lines().count());
    }

    /** 150 failures a minute, as after the first deployment of the story, are found in the first ten minutes. */
    @Test
    void tenMinutesOfFailuresAreEnough() throws IOException {
        TestLog hours = new TestLog();
        for (int second = 0; second < 3600; second++) {
            String time = String.format(Locale.ROOT, "2017-02-12\t%02d:%02d:%02d", 9, second / 60, second % 60);
            hours.row(time, "GET", "/user/" + second, "200");
            hours.row(time, "GET", "/cart/" + second, "200");
        }
        for (int second = 0; second < 600; second++) {
            String time = String.format(Locale.ROOT, "2017-02-12\t10:%02d:%02d", second / 60, second % 60);
            for (int call = 0; call < 6; call++) {
                hours.row(time, "GET", "/user/" + second, second % 60 < 25 ? "502" : "200");
            }
            hours.row(time, "GET", "/cart/" + second, "200");
        }
        Path log = folder.resolve("ten-minutes.log");
        hours.to(log);

        Cli run = Cli.run("compare", log, "--at", "2017-02-12T10:00:00Z", "--fail-on-regression")
                .exits(4)
                .saysOnErr("(--before) has no row in the same hours a week earlier, so all of it is compared");
        assertEquals("roll back", verdicts(run).get("GET /user/<>"));
        assertEquals("150", cell(run, "GET /user/<>", "worst_minute_5xx"));
        assertEquals("2017-02-12T10:00:00Z", cell(run, "GET /user/<>", "worst_minute"));
    }

    @Test
    void toleratesWhatTheUserTolerates() {
        Map<String, String> verdicts = verdicts(compare("--at", MOVE, "--tolerate-p95", 4, "--tolerate-failures", 20)
                .exits(0));

        assertEquals("keep", verdicts.get("GET /search/<>"));
        assertEquals("keep", verdicts.get("POST /orders"));
    }

    @Test
    void anEmptyPeriodIsNoSuccess() {
        Cli.run("compare", after, "--at", "2017-02-20").exits(1).printsNothing();
        assertEquals(
                1,
                Cli.run(
                                "compare",
                                after,
                                "--at",
                                "2017-02-14T09:00:00Z",
                                "--before",
                                "1h",
                                "--host",
                                "none",
                                "--no-prune",
                                "--allow-empty")
                        .exits(0)
                        .out()
                        .lines()
                        .count());
        Cli.run("compare", after, "--at", "2017-02-13T09:00:00Z", "--before", "1h")
                .exits(1)
                .printsNothing();
        Cli.run("compare", after, "--at", "2017-02-13T09:00:00Z", "--before", "1h", "--no-prune")
                .exits(1)
                .saysOnErr("error: before: none of the ")
                .saysOnErr("the logs have hours from 2017-02-13T10:00:00Z to ")
                .saysOnErr("; check --at\n");
    }

    @Test
    void saysWhichPeriodIsEmpty() throws IOException {
        Path nothing = Files.createFile(folder.resolve("nothing.log"));

        Cli.run("compare", nothing, after).exits(1).saysOnErr("error: before: the logs contain no rows");
        Cli.run("compare", before, nothing).exits(1).saysOnErr("error: after: the logs contain no rows");
    }

    /** Both periods are added up to learn patterns from, which must not show in what is said of one of them. */
    @Test
    void tellsOfEachPeriodByItself() throws IOException {
        Path few = twoHosts(2).to(folder.resolve("few.gz"));
        Path many = twoHosts(5).to(folder.resolve("many.gz"));

        Cli.run("compare", few, many)
                .exits(0)
                .saysOnErr("before: equal paths of several hosts are added together: a.example (2 calls), b.example")
                .saysOnErr("after: equal paths of several hosts are added together: a.example (5 calls), b.example");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path utf16 = Files.write(folder.resolve("utf16.txt"), "GET /user/<id>".getBytes(StandardCharsets.UTF_16));
        Path json = Files.writeString(folder.resolve("cut.json"), "\uFEFF{\"Items\": [");

        compare("--at", MOVE, "--moved", utf16).exits(2).saysOnErr("cannot be read: it is not text in UTF-8; check");
        compare("--by-served", "--behaviours", json)
                .exits(2)
                .saysOnErr("cannot be read: it is no JSON: Unexpected end");
    }

    private static TestLog twoHosts(int calls) {
        return new TestLog()
                .host("a.example")
                .rows(calls, "GET", "/a", 200)
                .host("b.example")
                .rows(calls, "GET", "/a", 200);
    }

    @Test
    void namesMovedEndpointsThatAreUnknownAsTheyAreWritten() throws IOException {
        Path misspelt = Files.writeString(folder.resolve("misspelt.txt"), "\uFEFFget /usr/<id>\n1 GET /user/<no>\n");

        compare("--at", MOVE, "--moved", misspelt)
                .exits(0)
                .saysOnErr("--moved names endpoints that are not in the report: GET /usr/<id>\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare a                              | give two sources, BEFORE and AFTER",
                "compare a, b                           | \"a,\" joins sources by commas and one of them is empty",
                "compare a b c                          | there are 3",
                "compare a b --before 7d                | --before needs --at TIME",
                "compare - --at 2017-02-13              | standard input (-) can be read only once",
                "compare a --at soon                    | \"soon\" is not a time",
                "compare a --at 2017-02-13 --after 0d   | --after \"0d\" is not a length of time",
                "compare a b --tolerate-p95 0.5         | --tolerate-p95 must be 1 or more, such as 1.25",
                "compare a b --tolerate-4xx 200         | --tolerate-4xx must be 0 to 100",
                "compare a b --moved nosuch.txt         | --moved nosuch.txt cannot be read",
                "compare a b --state s                  | --state needs --at TIME",
                "compare --state s --at 2017-02-13T10:00:00Z | give SOURCE with the logs of the cut days too",
                "compare --state s --at 2017-02-13 --after 36h | a state holds whole UTC days",
                "compare a b --save x.tally             | there is no one tally for --save",
                "compare a b --top 0                    | --top must be 1 or more"
            })
    void wrongUsageSaysWhatIsRight(String command, String why) {
        Cli.run((Object[]) command.strip().split(" +")).exits(2).saysOnErr(why);
    }
}
