package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** The manual pages, which a release has. */
class ManualPageTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeThePages() {
        Cli.run("generate-manual", folder).exits(0).printsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "patterns", "plan", "compare", "report"})
    void aPageNamesEveryOption(String command) throws IOException {
        String page = Files.readString(folder.resolve("pathrank-" + command + ".1"));
        for (OptionSpec option :
                Cli.parse(List.of(command, "--help")).subcommand().commandSpec().options()) {
            assertTrue(page.contains("\\fB" + option.longestName().replace("-", "\\-") + "\\fR"), option.longestName());
        }
    }

    @Test
    void thereIsAPageForEachCommandThatHelpLists() throws IOException {
        try (Stream<Path> pages = Files.list(folder)) {
            List<String> names =
                    pages.map(page -> page.getFileName().toString()).sorted().toList();
            assertTrue(
                    names.containsAll(List.of("pathrank.1", "pathrank-rank.1", "pathrank-config.1")), names::toString);
            assertTrue(names.stream().noneMatch(name -> name.contains("manual")), names::toString);
        }
    }

    @Test
    void groffReadsThemWithoutAWarning() throws Exception {
        Program.needs("groff");
        for (String page : List.of("pathrank.1", "pathrank-rank.1", "pathrank-plan.1")) {
            Program.Ended groff = Program.of("groff", "-man", "-Tutf8", "-ww", "-K", "utf-8", page)
                    .in(folder)
                    .run();
            assertEquals("", groff.err(), page);
            assertTrue(groff.out().contains("General Commands Manual"), groff::out);
        }
    }
}
