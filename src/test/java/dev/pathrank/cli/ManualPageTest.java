package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.cli.output.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Generates the manual pages, as AsciiDoc in {@code target/man}, from the commands. */
class ManualPageTest {
    private static final Path PAGES = Path.of(System.getProperty("basedir", "."), "target", "man");

    @Test
    void writesAPageThatNamesEveryOption() throws IOException {
        Streams nowhere = new Streams(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream()),
                false,
                false,
                false);
        CommandLine tool = new PathrankCli(nowhere).commandLine();
        Files.createDirectories(PAGES);

        int code = ManPageGenerator.generateManPage(PAGES.toFile(), null, new boolean[0], true, tool.getCommandSpec());

        assertEquals(0, code);
        for (String command : new String[] {"rank", "patterns", "compare"}) {
            String page = Files.readString(PAGES.resolve("pathrank-" + command + ".adoc"));
            for (OptionSpec option :
                    tool.getSubcommands().get(command).getCommandSpec().options()) {
                assertTrue(page.contains(option.longestName()), option.longestName());
            }
        }
    }
}
