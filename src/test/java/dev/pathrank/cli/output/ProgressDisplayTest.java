package dev.pathrank.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    private static final long MB = 1_000_000;

    private static ProgressDisplay withoutTerminal(ByteArrayOutputStream log, AtomicLong seconds) {
        return new ProgressDisplay(
                120 * MB,
                new PrintStream(log, true, StandardCharsets.UTF_8),
                false,
                () -> Duration.ofSeconds(seconds.get()).toNanos());
    }

    @Test
    void tellsWhatIsDoneHowFastAndWhatIsLeft() {
        assertEquals(
                "reading  25 % [====>           ] 30 of 120 MB, 15.0 MB/s, 0:06 left",
                ProgressDisplay.line(30 * MB, 120 * MB, Duration.ofSeconds(2), false));
        assertEquals(
                "reading 100 % [================] 120 of 120 MB, 10.0 MB/s, 0:00 left",
                ProgressDisplay.line(120 * MB, 120 * MB, Duration.ofSeconds(12), false));
    }

    @Test
    void promisesNothingBeforeTheFirstByteAndWhereTheEndIsNotKnown() {
        assertEquals(
                "reading   0 % [>               ] 0 of 120 MB, 0.0 MB/s",
                ProgressDisplay.line(0, 120 * MB, Duration.ofSeconds(2), false));
        assertEquals("reading 30 MB, 15.0 MB/s", ProgressDisplay.line(30 * MB, 0, Duration.ofSeconds(2), false));
    }

    @Test
    void fitsALineOfAnyTerminal() {
        String line = ProgressDisplay.line(123_456 * MB, 999_999 * MB, Duration.ofSeconds(1234), false);

        assertTrue(line.length() <= 79, line);
    }

    @Test
    void writesALineAfterFiveSecondsAndThenEveryTenWithoutATerminal() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        AtomicLong seconds = new AtomicLong();
        ProgressDisplay display = withoutTerminal(log, seconds);
        for (int second = 0; second <= 16; second++) {
            seconds.set(second);
            display.stepTo(second * 6L * MB);
            display.showProgress();
        }
        display.close();

        assertEquals(
                List.of(
                        "reading  25 % 30 of 120 MB, 6.0 MB/s, 0:15 left",
                        "reading  75 % 90 of 120 MB, 6.0 MB/s, 0:05 left"),
                log.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void saysForAWhileThatRequestsAreRepeated() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        AtomicLong seconds = new AtomicLong();
        ProgressDisplay display = withoutTerminal(log, seconds);
        display.stepTo(30 * MB);
        seconds.set(12);
        display.throttled();
        seconds.set(15);
        display.showProgress();
        seconds.set(25);
        display.showProgress();

        List<String> lines = log.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals("reading  25 % 30 of 120 MB, 2.0 MB/s, retrying", lines.get(0));
        assertEquals("reading  25 % 30 of 120 MB, 1.2 MB/s, 1:15 left", lines.get(1));
    }

    @Test
    void leavesAnEmptyLine() {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        ProgressDisplay display =
                ProgressDisplay.of(120 * MB, new PrintStream(screen, true, StandardCharsets.UTF_8), true);
        display.stepTo(30 * MB);
        display.close();

        assertTrue(screen.toString(StandardCharsets.UTF_8).endsWith("\r\u001b[K"));
    }
}
