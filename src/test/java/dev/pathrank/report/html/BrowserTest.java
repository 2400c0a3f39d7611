package dev.pathrank.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathrank.Program;
import dev.pathrank.cli.Cli;
import dev.pathrank.samples.WideService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages in a real browser, at three widths, light and dark, with and without scripts: no finding of axe-core, no
 * request, no error, no text beyond its cell, and rows that open, hide and sort. Left out where there is no Chromium,
 * or no puppeteer-core and axe-core, which {@code scripts/test --all} fetches.
 */
@Tag("slow")
@Tag("foreign")
class BrowserTest {
    private static final Path MODULES = Path.of("target/browser").toAbsolutePath();
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    @TempDir
    private Path folder;

    @Test
    void nothingIsWrongWithThePages() throws Exception {
        check(
                page("sample", "report", "sample-logs", "--start", "2026-12-07", "--at", "2017-02-15"),
                page("story", "report", "docs/story/story.gz", "--quotas", "2017", "--vpc"),
                page("patterns", "patterns", "sample-logs"));
    }

    @Test
    void nothingIsWrongWithAPageOfHundredsOfEndpoints() throws Exception {
        Path log = folder.resolve("wide.gz");
        WideService.write(log, 300);
        check(page("wide", "report", log, "--start", "2026-12-07"));
    }

    private static void check(String... pages) throws Exception {
        Optional<Path> browser =
                BROWSERS.stream().flatMap(name -> Program.find(name).stream()).findFirst();
        assumeTrue(browser.isPresent(), "left out: there is no Chromium");
        assumeTrue(
                Files.exists(MODULES.resolve("node_modules/axe-core")),
                "left out: " + MODULES + " has no axe-core; scripts/test --all fetches it");
        List<String> command = new ArrayList<>(List.of(
                "node",
                Path.of("src/test/resources/browser/check.mjs").toString(),
                browser.get().toString(),
                MODULES.toString()));
        command.addAll(List.of(pages));

        assertEquals("", Program.of(command).run().printed());
    }

    private String page(String name, Object... words) {
        Path file = folder.resolve(name + ".html");
        Cli.run(words, "--quiet", "-o", file).exits(0);
        return file.toString();
    }
}
