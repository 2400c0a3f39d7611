package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How reports are written: columns, formats by ending, times and zones, signs of a locale, tables on a terminal. */
class OutputOptionsTest {
    private static final String FIELDS =
            "#Fields: date time cs-method cs-uri-stem sc-status time-taken x-edge-result-type\n";
    private static final byte[] LOG = (FIELDS
                    + "2017-02-12\t16:00:00\tGET\t/%EB%A9%94%EB%89%B4/%3Cb%3E%0A\t200\t0.040\tMiss\n"
                    + "2017-02-12\t16:00:00\tGET\t/%EB%A9%94%EB%89%B4/%3Cb%3E%0A\t200\t0.040\tHit\n"
                    + "2017-02-12\t16:00:00\tGET\t/%EB%A9%94%EB%89%B4/%3Cb%3E%0A\t200\t0.040\tHit\n"
                    + "2017-02-13\t20:00:00\tGET\t/cart\t200\t1.200\tMiss\n")
            .getBytes(StandardCharsets.US_ASCII);
    private static final Path SAMPLE = Path.of("sample-logs");

    @TempDir
    private Path folder;

    @Test
    void columnsAreChosenAndOrdered() {
        Cli run = rank("--columns", "calls,pattern");
        assertEquals(
                List.of("calls,pattern", "1,/cart"),
                run.exits(0).out().lines().filter(line -> !line.contains("%")).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls,nonsense | choose from rank, method, pattern, score",
                "rank_best | choose from rank",
                "calls,calls | names calls twice"
            })
    void anImpossibleColumnIsWrongUsage(String columns, String why) {
        rank("--columns", columns).exits(2).saysOnErr(why);
    }

    @ParameterizedTest
    @CsvSource({
        "order.csv, 'rank,method'",
        "order.TSV, rank\tmethod",
        "order.json, [",
        "order.md, | rank | endpoint",
        "order, 'rank,method'"
    })
    void theEndingNamesTheFormat(String name, String begin) throws IOException {
        Path file = folder.resolve(name);
        rank("-o", file).exits(0).doesNotSayOnErr("the ending of");
        assertTrue(Files.readString(file).startsWith(begin), name);
    }

    @Test
    void anUnknownEndingIsCsvAndANote() throws IOException {
        Path file = folder.resolve("order.odt");
        rank("-o", file).exits(0).saysOnErr("note: the ending of " + file + " names no format, so the report is CSV");
        assertTrue(Files.readString(file).startsWith("rank,method"));
        rank("-o", file, "--format", "json").exits(0).doesNotSayOnErr("the ending of");
        assertTrue(Files.readString(file).startsWith("["));
    }

    @Test
    void aDocumentHasItsOwnFormatWhateverTheEnding() throws IOException {
        Path file = folder.resolve("api.md");
        rank("-o", file, "--emit", "openapi").exits(0).doesNotSayOnErr("the ending of");
        assertTrue(Files.readString(file).contains("openapi"));
    }

    @Test
    void aShortNameDoesForTop() {
        assertEquals(1, rank("-n", "1").exits(0).rows().size());
    }

    @ParameterizedTest
    @CsvSource({
        "--since 10d, 2017-02-12T10:00:00Z, 4",
        "--since 9d, 2017-02-13T10:00:00Z, 1",
        "--from -1w, 2017-02-15T10:00:00Z, 0",
        "--from -230h, 2017-02-12T20:00:00Z, 1"
    })
    void relativeTimesCountFromTheBeginOfTheRun(String option, String absolute, long calls) {
        String[] words = option.split(" ");
        Cli run = rank("--allow-empty", words[0], words[1]);
        run.saysOnErr("times: --from " + absolute + " (" + option + ")");
        assertEquals(
                calls, run.column("calls").stream().mapToLong(Long::parseLong).sum());
    }

    /** A state stores whole days, so a nightly run may count days back at any hour. */
    @Test
    void relativeTimesOfAStateAreWholeDays() throws IOException {
        Path log = Files.write(folder.resolve("a.log"), LOG);
        Path state = folder.resolve("state");

        Cli.run("rank", log, "--state", state, "--since", "10d")
                .exits(0)
                .saysOnErr("times: --from 2017-02-12T00:00:00Z (--since 10d)");
        Cli.run("rank", log, "--state", state, "--since", "36h").exits(2).saysOnErr("a state stores whole UTC days");
        Cli.run("rank", log, "--state", state, "--from", "2017-02-12", "--tz", "Asia/Seoul")
                .exits(2)
                .saysOnErr("--from, --to or --since is no midnight in UTC; use dates such as 2017-02-01 (with --tz"
                        + " 2017-02-01T00:00:00Z)");
    }

    @Test
    void aRelativeEndIsExclusive() {
        rank("--to", "-9d")
                .saysOnErr("times: --to 2017-02-13T10:00:00Z (--to -9d)")
                .saysOnErr("= 3 counted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--since 3y                   | give a number and h, d or w, such as 3w",
                "--since 2017-02-01           | give a number and h, d or w, such as 3w",
                "--since 3w --from 2017-02-01 | --from and --since both set the first time",
                "--from -3y                   | --from \"-3y\" is not a time",
                "--tz Mars                    | --tz \"Mars\" is not a time zone",
                "--decimal-comma              | add --separator ';'",
                "--separator x                | --separator must be one of",
                "--separator ; --format json  | apply to CSV only"
            })
    void wrongValuesNameWhatIsRight(String options, String why) {
        rank((Object[]) options.strip().split(" ")).exits(2).saysOnErr(why);
    }

    @Test
    void aZoneShowsInstantsAndReadsTimes() {
        Cli run = rank("--tz", "Asia/Seoul", "--from", "2017-02-14", "--columns", "calls,first_seen");
        assertEquals(List.of("1,2017-02-14T05:00:00+09:00"), run.exits(0).rows());
        run.saysOnErr("window: 2017-02-14T05:00:00+09:00 to 2017-02-14T05:00:00+09:00");
        assertEquals(
                1,
                rank("--tz", "+09:00", "--from", "2017-02-14T05:00")
                        .exits(0)
                        .rows()
                        .size());
        assertEquals(
                1,
                rank("--tz", "+09:00", "--from", "2017-02-13T20:00Z")
                        .exits(0)
                        .rows()
                        .size());
    }

    @Test
    void aGermanSpreadsheetReadsItsCsv() {
        Cli run = rank("--separator", ";", "--decimal-comma", "--columns", "pattern,share");
        assertEquals("pattern;share", run.exits(0).out().lines().findFirst().orElse(""));
        assertTrue(run.rows().contains("/cart;0,250000"), run::toString);
    }

    @Test
    void lettersAreDecodedOnDemandAndNothingElse() {
        assertTrue(rank().exits(0).out().contains("/%EB%A9%94%EB%89%B4/%3Cb%3E%0A"));
        for (String format : List.of("csv", "tsv", "json")) {
            assertTrue(rank("--decode", "--format", format).exits(0).out().contains("/메뉴/%3Cb%3E%0A"), format);
        }
        assertTrue(rank("--format", "markdown").exits(0).out().contains("/메뉴/%3Cb%3E%0A"));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void theTableFitsTheTerminal(int width) throws IOException {
        Cli run = Cli.onTerminal(width, true, "rank", SAMPLE, "-n", "20");
        assertFits(run.exits(0), width);
        Golden.assertSame(Path.of("src", "test", "resources", "golden", "terminal-" + width + ".txt"), run.out());
    }

    @Test
    void koreanPathsAreAligned() throws IOException {
        Path log = Files.write(folder.resolve("log"), LOG);
        List<String> lines =
                Cli.onTerminal(120, true, "rank", log).out().lines().toList();
        String korean =
                lines.stream().filter(line -> line.contains("메뉴")).findFirst().orElseThrow();
        String latin = lines.stream()
                .filter(line -> line.contains("/cart"))
                .findFirst()
                .orElseThrow();
        assertEquals(latin.indexOf(" 1,200 "), korean.indexOf("    40 ") + 2, String.join("\n", lines));
    }

    @Test
    void patternsAndPlanHaveTablesToo() {
        assertFits(Cli.onTerminal(100, true, "patterns", SAMPLE).exits(0), 100);
        assertFits(Cli.onTerminal(100, true, "plan", SAMPLE).exits(0), 100);
    }

    @Test
    void aTableIsColouredOnATerminalOrOnDemand() throws IOException {
        Path log = Files.write(folder.resolve("log"), LOG);
        assertTrue(Cli.onTerminal(80, false, "rank", log).out().contains("\u001b["));
        assertFalse(Cli.onTerminal(80, true, "rank", log).out().contains("\u001b["));
        assertFalse(
                Cli.onTerminal(80, false, "rank", log, "--color", "never").out().contains("\u001b["));
        assertTrue(rank("--format", "table", "--color", "always").out().contains("\u001b["));
        assertFalse(rank("--format", "table").out().contains("\u001b["));
    }

    @Test
    void aFileAndAFormatAreNoTerminal() throws IOException {
        Path log = Files.write(folder.resolve("log"), LOG);
        assertTrue(
                Cli.onTerminal(80, false, "rank", log, "--format", "csv").out().startsWith("rank,method"));
        Path file = folder.resolve("order");
        Cli.onTerminal(80, false, "rank", log, "-o", file).exits(0).printsNothing();
        assertTrue(Files.readString(file).startsWith("rank,method"));
    }

    private static void assertFits(Cli run, int width) {
        run.out().lines().forEach(line -> assertTrue(line.length() <= width, line));
        assertTrue(run.out().lines().count() > 5, run::toString);
    }

    private static Cli rank(Object... options) {
        return Cli.run(LOG, "rank", "-", options);
    }
}
