package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.cli.message.Messages;
import java.util.stream.Stream;
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
}
