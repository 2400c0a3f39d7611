package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lock files that were written before segments were taken apart and words of every script were known. They lock what
 * they locked; what they do not meet is new once, with a reason.
 */
class EarlierLockTest {
    private static final Path LOGS = Path.of("src/test/resources/logs");
    private static final Path LOCKS = Path.of("src/test/resources/locks");

    @TempDir
    Path folder;

    private Path copyOf(String name) throws IOException {
        return Files.copy(LOCKS.resolve(name + ".lock"), folder.resolve(name + ".lock"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fold-german-words",
                "fold-korean-words",
                "fold-maven-jars",
                "fold-npm-dash",
                "fold-pictures-two-formats",
                "fold-versions",
                "hls-segments"
            })
    void locksWhatItLockedAndStaysAsItIs(String name) throws IOException {
        Path lock = copyOf(name);
        String before = Files.readString(lock);

        Cli run = Cli.run("patterns", LOGS.resolve(name + ".gz"), "--lock", lock, "--fail-on-new")
                .exits(0);

        assertTrue(run.column("locked").stream().allMatch("yes"::equals), run::toString);
        assertEquals(before, Files.readString(lock));
    }

    @Test
    void whatItDoesNotMeetIsNewOnceWithAReason() throws IOException {
        Path lock = folder.resolve("half.lock");
        List<String> before = Files.readAllLines(LOCKS.resolve("fold-maven-jars.lock"));
        Files.write(lock, before.subList(0, before.size() / 2));
        Path log = LOGS.resolve("fold-maven-jars.gz");

        Cli first = Cli.run("patterns", log, "--lock", lock).exits(0);

        List<String> after = Files.readAllLines(lock);
        assertTrue(after.containsAll(before.subList(0, before.size() / 2)), after::toString);
        String added = "GET /m2/org/<name>/<version>/<name>-<version>.jar";
        assertTrue(after.contains(added), after::toString);
        int row = first.column("pattern").indexOf("/m2/org/<name>/<version>/<name>-<version>.jar");
        assertEquals("no", first.column("locked").get(row));
        assertFalse(first.column("reason").get(row).isEmpty());

        Cli second = Cli.run("patterns", log, "--lock", lock).exits(0);

        assertTrue(second.column("locked").stream().allMatch("yes"::equals), second::toString);
        assertEquals(after, Files.readAllLines(lock));
    }
}
