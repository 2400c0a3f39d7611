package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No output is written over what is read, into a folder of logs or into a state. */
class OutputPlacesTest {
    @TempDir
    Path folder;

    private Path log;
    private byte[] before;

    @BeforeEach
    void writeLog() throws IOException {
        log = folder.resolve("logs/a.log");
        Files.createDirectories(log.getParent());
        new TestLog().rows(3, "GET", "/a", 200).to(log);
        before = Files.readAllBytes(log);
    }

    private void assertRefused(Object... words) throws IOException {
        Cli.run(words).exits(2).printsNothing();
        assertArrayEquals(before, Files.readAllBytes(log));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-o", "--output", "--summary", "--rejects"})
    void noOutputIsASource(String option) throws IOException {
        assertRefused("rank", log, option, log);
        assertRefused("rank", log, option, folder.resolve("./logs/../logs/a.log"));
        assertRefused("rank", log.getParent(), option, log);
        Path link = Files.createSymbolicLink(folder.resolve("link.log"), log);
        assertRefused("rank", log, option, link);
        assertRefused("rank", link, option, log);
        Path linkedFolder = Files.createSymbolicLink(folder.resolve("linked"), log.getParent());
        assertRefused("rank", linkedFolder, option, log);
        assertRefused("patterns", log, option, log);
        assertRefused("plan", log, option, log);
    }

    @Test
    void noOutputIsReadThroughALinkInAFolder() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.createSymbolicLink(other.resolve("b.log"), log);
        assertRefused("rank", other, "-o", log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-o", "--summary", "--rejects"})
    void noOutputLiesWhereTheNextRunWouldReadIt(String option) throws IOException {
        Path inside = log.resolveSibling("order.csv");
        assertRefused("rank", log.getParent(), option, inside);
        assertFalse(Files.exists(inside));
        Path dangling = Files.createSymbolicLink(folder.resolve("out"), inside);
        assertRefused("rank", log.getParent(), option, dangling);
        assertFalse(Files.exists(inside));
    }

    @Test
    void anOutputMayLieBesideASourceOrHiddenInItOrBeADevice() {
        Cli.run("rank", log, "-o", log.resolveSibling("order.csv")).exits(0);
        Cli.run("rank", log, "-o", log.resolveSibling(".order.csv")).exits(0);
        Cli.run("rank", log, "-o", "/dev/null").exits(0);
    }

    @Test
    void noTallyIsSavedOverASourceOrInAFolderOfThem() throws IOException {
        Path tally = folder.resolve("a.tally");
        Cli.run("rank", log, "--save", tally).exits(0);
        byte[] saved = Files.readAllBytes(tally);
        Cli.run("rank", tally, "--save", tally).exits(2);
        assertArrayEquals(saved, Files.readAllBytes(tally));
        assertRefused("rank", log.getParent(), "--save", log.resolveSibling("new.tally"));
    }

    @Test
    void noLockFileIsASourceOrLiesWhereTheNextRunWouldReadIt() throws IOException {
        assertRefused("patterns", log, "--lock", log);
        assertRefused("patterns", log.getParent(), "--lock", log.resolveSibling("patterns.lock"));
        Path lock = folder.resolve("patterns.lock");
        assertRefused("patterns", log, "--lock", lock, "-o", lock);
        Cli.run("patterns", log, "--lock", lock).exits(0);
        assertRefused("patterns", log, lock, "--lock", lock);
    }

    @Test
    void nothingIsWrittenIntoAState() throws IOException {
        Path state = folder.resolve("state");
        assertRefused("rank", log, "--state", state, "--save", state.resolve("x.tally"));
        assertRefused("rank", log, "--state", state, "-o", state.resolve("below/x.csv"));
        Cli.run("rank", log, "--state", state).exits(0);
        assertRefused("rank", log, "--state", state, "-o", state.resolve("manifest"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), state);
        assertRefused("rank", log, "--state", state, "--save", link.resolve("x.tally"));
        assertRefused("rank", log, "--save", state.resolve("x.tally")); // a state of another run
        Cli.run("rank", "--state", state).exits(0);
    }
}
