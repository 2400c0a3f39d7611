package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.cli.message.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("plain text", "plain text"),
                Arguments.of("caf\u00e9 \u65e5\u672c", "caf\u00e9 \u65e5\u672c"),
                Arguments.of("a\u001b[31mred", "a\\x1b[31mred"),
                Arguments.of("a\nb\rc\td", "a\\x0ab\\x0dc\\x09d"),
                Arguments.of("a\u009bb", "a\\x9bb"),
                Arguments.of("a\u202eb", "a\\u202eb"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void showsWhatCouldSteerATerminal(String text, String shown) {
        assertEquals(shown, Messages.printable(text));
    }

    /** A pager draws on the terminal that shows the messages, so they must come before it has anything to draw. */
    @Test
    void aReportIntoAPagerComesAfterTheSummary(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("a.log");
        new TestLog().rows(3, "GET", "/a", 200).to(log);
        String report = Cli.run("rank", log).exits(0).out();
        String shown = Cli.pagedFromTerminal("rank", log);
        assertTrue(shown.contains("objects: 1 listed") && shown.endsWith(report), shown);
        assertEquals(shown.indexOf(report), shown.lastIndexOf(report));
    }
}
