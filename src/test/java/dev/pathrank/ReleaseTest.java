package dev.pathrank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes with a release: the script that makes one, its templates, and the run of the GitHub Action. */
@DisabledOnOs(OS.WINDOWS)
class ReleaseTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void setTheInputsOfTheAction() {
        environment.put("INPUT_COMMAND", "rank");
        environment.put("INPUT_SOURCES", "s3://my-logs/cdn/\na folder\n");
        environment.put("INPUT_ARGS", "--since\n3w\n");
        environment.put("INPUT_STATE", "");
        environment.put("INPUT_OUTPUT", "order.csv");
        environment.put("RUNNER_TEMP", folder.toString());
        environment.put("GITHUB_OUTPUT", folder.resolve("outputs").toString());
        environment.put("GITHUB_STEP_SUMMARY", folder.resolve("page.md").toString());
    }

    @Test
    void theActionPassesItsInputsWordByWord() throws Exception {
        program(0, "");
        environment.put("INPUT_STATE", "s3://my-reports/path rank");
        environment.put("INPUT_ARGS", "--include\n/$(touch owned)/**\n--top\n3");

        Program.Ended run = action();

        assertEquals(0, run.code(), run.err());
        assertEquals("", run.out());
        assertEquals(
                "[rank][s3://my-logs/cdn/][a folder][--include][/$(touch owned)/**][--top][3][--state]"
                        + "[s3://my-reports/path rank][--save]["
                        + folder + "/pathrank.tally][--output][order.csv][--summary][pathrank-summary.json]",
                Files.readAllLines(folder.resolve("words")).get(0));
        assertTrue(Files.notExists(folder.resolve("owned")));
        assertEquals("code=0\n", Files.readString(folder.resolve("outputs")));
    }

    @ParameterizedTest(name = "exit code {0} is {1} and ends with {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | ::error title=pathrank::no report (exit code 1):%0Ax is 100%25 wrong | 1",
                "2 | ::error title=pathrank::no report (exit code 2):%0Ax is 100%25 wrong | 2",
                "3 | ::warning title=pathrank::the report is written, but something is left out:%0Ax is 100%25 wrong | 0",
                "4 | ::error title=pathrank::the report is written, and a threshold is crossed:%0Ax is 100%25 wrong | 4"
            })
    void theActionMakesAnAnnotationOfAnExitCode(int code, String annotation, int result) throws Exception {
        program(code, "pathrank: error: x is 100% wrong");

        Program.Ended run = action();

        assertEquals(annotation + "\n", run.out());
        assertEquals(result, run.code());
        assertEquals("code=" + code + "\n", Files.readString(folder.resolve("outputs")));
    }

    @Test
    void thePageOfTheRunHasTheFirstRowsAndTheMessages() throws Exception {
        program(0, "rows: 5 read");

        action();

        String page = Files.readString(folder.resolve("page.md"));
        assertTrue(page.startsWith("## pathrank rank: exit code 0\n\n| a table |\n"), page);
        assertTrue(page.contains("```\nrows: 5 read\n```\n"), page);
    }

    @Test
    void theActionNeedsAVersionToDownload() throws Exception {
        environment.put("ACTION_REF", "main");
        Program.Ended run = action();
        assertEquals(2, run.code());
        assertTrue(run.out().contains("\"main\" is no version; use the action by a tag such as v0.2.0"), run.out());
    }

    @ParameterizedTest(name = "sums of {0}: exit code {1}")
    @CsvSource({"the archive, 0", "another archive, 1"})
    void theActionRunsOnlyWhatHasTheSumOfItsRelease(String of, int code) throws Exception {
        program(0, "");
        environment.remove("PATHRANK_PROGRAM");
        environment.putAll(Map.of("ACTION_REF", "v0.2.0", "ACTION_REPOSITORY", "pathrank/pathrank"));
        environment.putAll(Map.of("RUNNER_OS", "Linux", "RUNNER_ARCH", "X64", "GITHUB_WORKSPACE", folder.toString()));
        Path server = release("pathrank-0.2.0-linux-x64", of);
        Path bin = Files.createDirectory(folder.resolve("bin"));
        executable(bin.resolve("curl"), """
                #!/bin/sh
                for last; do :; done
                cp "%s/${last##*/}" .
                """.formatted(server));
        environment.put("PATH", bin + ":" + System.getenv("PATH"));

        Program.Ended run = action();

        assertEquals(code, run.code(), run.err());
        assertEquals(code != 0, run.out().contains("is not what SHA256SUMS says"), run.out());
        assertEquals(code == 0, Files.exists(folder.resolve("words")));
    }

    @Test
    void everyInputOfTheActionIsUsed() throws IOException {
        String action = Files.readString(PROJECT.resolve("action.yml"));
        String inputs = action.substring(action.indexOf("inputs:"), action.indexOf("outputs:"));
        List<String> names = Pattern.compile("(?m)^  ([a-z]+):$")
                .matcher(inputs)
                .results()
                .map(name -> name.group(1))
                .toList();
        assertFalse(names.isEmpty());
        names.forEach(name -> assertTrue(action.contains("inputs." + name), name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v0.2.0", "0.2", "0.2.0 --dryrun", "0.2.0;x", "0.2.0 --dry-run more"})
    void aReleaseNeedsAVersion(String arguments) throws Exception {
        String[] words = ("scripts/release " + arguments).strip().split(" ");
        words[0] = PROJECT.resolve("scripts/release").toString();
        Program.Ended run = run(words);
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains("usage: scripts/release VERSION [--dry-run]"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jbang-catalog.json", "pathrank.rb"})
    void theScriptFillsInEveryMarkOfATemplate(String template) throws IOException {
        String script = Files.readString(PROJECT.resolve("scripts/release"));
        String marks = Pattern.compile("@[A-Z0-9_]+@")
                .matcher(Files.readString(PROJECT.resolve("src/release").resolve(template)))
                .results()
                .map(mark -> mark.group())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .filter(mark -> !script.contains("s#" + mark + "#"))
                .collect(Collectors.joining(" "));
        assertEquals("", marks);
    }

    /** Puts a program in the place of the release: it writes down its words, saves a tally and prints a table. */
    private void program(int code, String message) throws IOException {
        Path program = folder.resolve("program");
        executable(program, """
                #!/bin/sh
                printf '[%%s]' "$@" >>words; echo >>words
                case $* in *markdown*) echo '| a table |'; exit 0 ;; esac
                : >"$RUNNER_TEMP/pathrank.tally"
                [ -z '%2$s' ] || echo '%2$s' >&2
                exit %1$d
                """.formatted(code, message));
        environment.put("PATHRANK_PROGRAM", program.toString());
    }

    /** Packs the program as a release has it, with the sums of it or of another file, and returns the folder. */
    private Path release(String name, String of) throws IOException, InterruptedException {
        Path server = Files.createDirectories(folder.resolve("server").resolve(name));
        Files.copy(folder.resolve("program"), server.resolve("pathrank"), StandardCopyOption.COPY_ATTRIBUTES);
        server = server.getParent();
        String sum =
                of.equals("the archive") ? "sha256sum " + name + ".tar.gz" : "echo " + "0".repeat(64) + "  " + name;
        Program.of("sh", "-c", "tar -czf " + name + ".tar.gz " + name + "; " + sum + " > SHA256SUMS")
                .in(server)
                .run()
                .printed();
        return server;
    }

    private static void executable(Path script, String text) throws IOException {
        Files.setPosixFilePermissions(Files.writeString(script, text), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Program.Ended action() throws Exception {
        return run(PROJECT.resolve("src/release/action.sh").toString());
    }

    private Program.Ended run(String... command) throws IOException, InterruptedException {
        return Program.of(command).in(folder).with(environment).run();
    }
}
