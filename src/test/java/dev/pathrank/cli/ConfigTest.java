package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.cli.config.ConfigPlaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings from a configuration file and from the environment. */
class ConfigTest {
    @TempDir
    private Path folder;

    private Path repository;
    private Path working;
    private Path log;

    @BeforeEach
    void makeARepository() throws IOException {
        repository = Files.createDirectories(folder.resolve("home/repository"));
        Files.createDirectory(repository.resolve(".git"));
        working = Files.createDirectories(repository.resolve("service/logs"));
        log = new TestLog()
                .rows(5, "GET", "/a", 200)
                .rows(4, "GET", "/b", 200)
                .rows(3, "POST", "/c", 200)
                .to(folder.resolve("log.gz"));
    }

    private ConfigPlaces places(Map<String, String> environment) {
        return new ConfigPlaces(working, folder.resolve("home"), environment);
    }

    private Cli run(Map<String, String> environment, Object... args) {
        return Cli.configured(places(environment), args);
    }

    private Cli run(Object... args) {
        return run(Map.of(), args);
    }

    private Path file(Path where, String... lines) throws IOException {
        return Files.writeString(where.resolve("pathrank.toml"), String.join("\n", lines));
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        file(repository, "[rank]", "top = 1");

        assertEquals(1, run("rank", log).exits(0).rows().size());
        assertEquals(
                2,
                run(Map.of("PATHRANK_RANK_TOP", "2"), "rank", log)
                        .exits(0)
                        .rows()
                        .size());
        assertEquals(
                3,
                run(Map.of("PATHRANK_RANK_TOP", "2"), "rank", log, "-n", "3")
                        .exits(0)
                        .rows()
                        .size());
    }

    /** Some editors put a mark before the text. */
    @Test
    void takesAFileWithAMarkBeforeIt() throws IOException {
        file(repository, "\uFEFF[rank]", "top = 1");

        assertEquals(1, run("rank", log).exits(0).rows().size());
    }

    @Test
    void theSummaryNamesTheFileAndTheVariable() throws IOException {
        file(working, "[rank]", "top = 1");
        Path summary = folder.resolve("summary.json");

        run(Map.of("PATHRANK_RANK_ORDER", "calls"), "rank", log, "--summary", summary)
                .exits(0)
                .saysOnErr("settings: --top 1 (pathrank.toml, line 2), --order calls (PATHRANK_RANK_ORDER)\n");

        String json = Files.readString(summary);
        assertTrue(json.contains("\"--top 1 (pathrank.toml, line 2)\""), json);
        run("rank", log, "--top", "1").exits(0).doesNotSayOnErr("settings:");
    }

    @Test
    void everyTypeOfValueIsReadAsTheOptionWouldBe() throws IOException {
        Path routes = Files.writeString(repository.resolve("routes.txt"), "GET /a\n");
        file(
                repository,
                "[rank]",
                "top = 2",
                "by-host = true",
                "quiet = false",
                "from = 2017-02-01",
                "only = [\"endpoint\", \"asset\"]",
                "pattern = ['/x/<id>', \"/y/<id>\"]",
                "routes = \"routes.txt\"",
                "[plan]",
                "growth = 1.5",
                "in-use = { concurrency = 10, interfaces = 20 }");

        List<String> shown = run("config").exits(0).out().lines().toList();

        for (String row : List.of(
                "rank +--top +2 +.*toml, line 2",
                "rank +--by-host +true +.*toml, line 3",
                "rank +--from +2017-02-01 +.*toml, line 5",
                "rank +--only +endpoint,asset +.*toml, line 6",
                "rank +--pattern +/x/<id>,/y/<id> +.*toml, line 7",
                "rank +--routes +\\Q" + routes + "\\E +.*toml, line 8",
                "plan +--growth +1.5 +.*toml, line 10",
                "plan +--in-use +concurrency=10,interfaces=20 +.*toml, line 11",
                "plan +--memory +512 +default")) {
            assertTrue(shown.stream().anyMatch(line -> line.matches(row)), row + "\n" + String.join("\n", shown));
        }
        assertTrue(shown.stream().noneMatch(line -> line.contains("--quiet")));
    }

    @Test
    void tellsWhereAValueOfACommandLineComesFrom() throws IOException {
        file(working, "[rank]", "top = 1", "tz = \"Asia/Seoul\"");

        run(Map.of("PATHRANK_RANK_TZ", "Europe/Berlin"), "config", "rank", "--top", "5")
                .exits(0)
                .printsLine("COMMAND +OPTION +VALUE +FROM")
                .printsLine("rank +--top +5 +command line")
                .printsLine("rank +--tz +Europe/Berlin +PATHRANK_RANK_TZ")
                .printsLine("rank +--order +score +default");
        run("config", "rnk").exits(2).saysOnErr("rnk is not a command with options; choose one of rank, patterns");
    }

    @Test
    void looksUpwardsToTheRootOfTheRepository() throws IOException {
        file(folder.resolve("home"), "[rank]", "top = 1");
        assertEquals(3, run("rank", log).exits(0).rows().size());

        Files.delete(repository.resolve(".git"));
        assertEquals(1, run("rank", log).exits(0).rows().size());
    }

    @Test
    void outsideOfBothOnlyTheWorkingFolderCounts() throws IOException {
        Path shared = Files.createDirectories(folder.resolve("shared/mine"));
        file(shared.getParent(), "[rank]", "top = 1");
        ConfigPlaces places = new ConfigPlaces(shared, folder.resolve("home"), Map.of());

        assertEquals(3, Cli.configured(places, "rank", log).exits(0).rows().size());

        file(shared, "[rank]", "top = 2");
        assertEquals(2, Cli.configured(places, "rank", log).exits(0).rows().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"output", "save", "state", "endpoint-url", "profile", "summary", "rejects", "tmp-dir"})
    void aFileThatWasFoundMayNotSayWhereToWriteOrWhomToAsk(String key) throws IOException {
        file(working, "[rank]", "", key + " = \"x\"");
        run("rank", log)
                .exits(2)
                .printsNothing()
                .saysOnErr("pathrank.toml, line 3: " + key + " may not be set in a file that was found");
    }

    @Test
    void aFileThatWasNamedMay() throws IOException {
        Path named = folder.resolve("nightly.toml");
        Files.writeString(named, "[rank]\noutput = \"order.csv\"\n");
        file(working, "[rank]", "no-such-key = 1");

        run("rank", log, "--config", named).exits(0).printsNothing();
        run(Map.of("PATHRANK_RANK_CONFIG", named.toString()), "rank", log).exits(0);

        assertTrue(Files.exists(folder.resolve("order.csv")), "files lie where the configuration file lies");
        run("rank", log, "--config", "/dev/null").exits(0);
        run("rank", log, "--config", folder.resolve("none.toml")).exits(2).saysOnErr("none.toml cannot be read");
    }

    @ParameterizedTest(name = "{0} says: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[rank];tpo = 3             | line 2: unknown key \"tpo\" in [rank]. Did you mean top?",
                "[rank];colour = 'auto'     | line 2: unknown key \"colour\" in [rank]. Did you mean color?",
                "[rank];help = true         | line 2: unknown key \"help\" in [rank]",
                "[rank];config = 'x'        | line 2: unknown key \"config\" in [rank]",
                "[plan];;growht = 2         | line 3: unknown key \"growht\" in [plan]. Did you mean growth?",
                "[rnak];top = 3             | [rnak] is not a command with options; the sections are [rank], ",
                "top = 3                    | line 1: top must stand below the name of a command, such as [rank]",
                "[rank];top = [1, 2]        | line 2: top takes one value, not a list",
                "[rank];quiet = 'yes'       | line 2: quiet must be true or false",
                "[rank];quiet = [true]      | line 2: quiet takes one value, not a list",
                "[rank];only = [[1]]        | line 2: only must be a text, a number, a date, true or false, or a list",
                "[rank];top = 'many'        | 'many' is not a whole number (--top is set in pathrank.toml, line 2)",
                "[rank];top = 0             | --top must be 1 or more, but was 0 (--top is set in pathrank.toml, line 2)",
                "[rank];top = 1;top = 2     | line 3: ",
                "[rank];top =               | line 2: ",
                "[rank;top = 1              | line 1: "
            })
    void refusesASlipWithItsLine(String lines, String message) throws IOException {
        file(working, lines.split(";"));
        run("rank", log).exits(2).printsNothing().saysOnErr("pathrank.toml").saysOnErr(message);
    }

    @ParameterizedTest(name = "{0}={1} says: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PATHRANK_RANK_TPO    | 3    | PATHRANK_RANK_TPO: pathrank rank has no --tpo. Did you mean PATHRANK_RANK_TOP?",
                "PATHRANK_PLAN_TPO    | 3    | PATHRANK_PLAN_TPO: pathrank plan has no --tpo. Did you mean PATHRANK_PLAN_TOP?",
                "PATHRANK_RANK_QUIET  | 1    | PATHRANK_RANK_QUIET must be true or false",
                "PATHRANK_RANK_TOP    | many | 'many' is not a whole number (--top is set in PATHRANK_RANK_TOP)",
                "PATHRANK_RANK_OUTPUT | json | --format json -o FILE"
            })
    void refusesAWrongVariable(String variable, String value, String message) {
        run(Map.of(variable, value), "rank", log).exits(2).printsNothing().saysOnErr(message);
    }

    @ParameterizedTest(name = "{0} says: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[plan];percent = 500        | --percent must be 0 to 100 | 2",
                "[plan];;growth = -1         | --growth                   | 3",
                "[compare];tolerate-p95 = 0.5| --tolerate-p95 must be 1   | 2",
                "[report];from = 'noon'      | --from                     | 2",
                "[patterns];columns = 'pth'  | --columns                  | 2",
                "[plan];quotas = 'tomorrow'  | --quotas                   | 2",
                "[rank];top = 'many'         | 'many' is not a whole      | 2"
            })
    void configFindsAWrongValueOfEachCommand(String lines, String message, int line) throws IOException {
        file(working, lines.split(";"));
        run("config").exits(2).saysOnErr(message).saysOnErr("is set in pathrank.toml, line " + line);
        run("rank", log, "--config", "/dev/null").exits(0);
    }

    @Test
    void configDoesNotAskForOptionsThatTheCommandLineWillHave() throws IOException {
        file(working, "[compare]", "before = '3d'", "moved = 'later.txt'", "[plan]", "every = '1w'", "sticky = 'ip'");

        run("config").exits(0).printsLine("compare +--before +3d +pathrank.toml, line 2");
    }

    @Test
    void aVariableTakesAFlagOfTheFileAwayAndHoldsALineForEachValue() throws IOException {
        file(working, "[rank]", "by-host = true");

        run(Map.of("PATHRANK_RANK_BY_HOST", "false", "PATHRANK_RANK_INCLUDE", "/a\n/b"), "config", "rank")
                .exits(0)
                .printsLine("rank +--include +/a,/b +PATHRANK_RANK_INCLUDE");
        assertTrue(!run(Map.of("PATHRANK_RANK_BY_HOST", "false"), "config", "rank")
                .out()
                .contains("--by-host"));
        run(Map.of("PATHRANK_PLAN_TOP", "3", "PATHRANK_RANK_TOP", ""), "rank", log)
                .exits(0);
    }

    @Test
    void aHostileFileIsRefused() throws IOException {
        file(working, "[rank]", "top = " + "[".repeat(60_000));
        run("rank", log).exits(2).saysOnErr("pathrank.toml, line 2: ");
        file(working, "[rank]", "fields = '" + "x".repeat(70_000) + "'");
        run("rank", log).exits(2).saysOnErr("pathrank.toml is larger than 64 KiB");
        Files.write(
                working.resolve("pathrank.toml"), "[rank]\nfields = '\u00e4'".getBytes(StandardCharsets.ISO_8859_1));
        run("rank", log).exits(2).saysOnErr("pathrank.toml is not UTF-8");
        file(working, "\"\\u001b[2J\" = 1");
        run("rank", log).exits(2).saysOnErr("\\x1b[2J must stand below");
    }

    @Test
    void theExampleOfTheDocumentsIsValid() throws IOException {
        String page = Files.readString(Path.of("docs/config.md"));
        String example = page.substring(page.indexOf("```toml\n") + "```toml\n".length());
        file(working, example.substring(0, example.indexOf("```")));

        run("config").exits(0).printsLine("rank +--since +4w +.*").printsLine("plan +--in-use +concurrency=200 +.*");
    }

    @Test
    void helpAndAWrongCommandLineDoNotAskTheFile() throws IOException {
        file(working, "[rank]", "no-such-key = 1");
        run("rank", "--help").exits(0).saysNothingOnErr();
        run("rank", log, "--no-such-option").exits(2).doesNotSayOnErr("toml");
    }
}
