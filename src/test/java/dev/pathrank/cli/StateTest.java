package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.local.FolderStore;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of a daily batch with the whole program: rows in the state count once, whenever they arrived. */
class StateTest {
    @TempDir
    Path folder;

    private Path logs;
    private Path state;

    @BeforeEach
    void writeLogs() throws IOException {
        logs = folder.resolve("logs");
        state = folder.resolve("state");
        day(1, "/user/1", "/user/2", "/user/me").to(logs.resolve("a.gz"));
        day(2, "/user/3", "/shop").to(logs.resolve("sub/b.gz"));
    }

    private static TestLog day(int day, String... paths) {
        TestLog log = new TestLog();
        for (String path : paths) {
            log.row("2017-02-0" + day + "\t12:00:0" + day, "GET", path, "200");
        }
        return log;
    }

    private String expected(Object... options) {
        return run(logs, options).exits(0).out();
    }

    private static Cli run(Path source, Object... options) {
        return Cli.run("rank", source, options);
    }

    private Cli stateRun(Object... options) {
        return Cli.run("rank", "--state", state, options);
    }

    @Test
    void isAFolderAndNoFile() throws IOException {
        Files.writeString(state, "order");
        stateRun(logs).exits(1).saysOnErr("is a file; a state is a folder, so give another name");
    }

    @Test
    void readsEachObjectOnceAndReportsAll() throws IOException {
        assertEquals(
                expected(),
                stateRun(logs).exits(0).saysOnErr("2 listed = 2 read").out());
        assertEquals(
                expected(),
                stateRun(logs)
                        .exits(0)
                        .saysOnErr("2 listed = 0 read + 2 skipped")
                        .out());

        day(3, "/user/9").to(logs.resolve("c.gz"));
        assertEquals(
                expected(),
                stateRun(logs)
                        .exits(0)
                        .saysOnErr("3 listed = 1 read + 2 skipped")
                        .saysOnErr("reported rows: 6 read = 6 counted")
                        .out());
    }

    @Test
    void needsNoSourceOnceItIsFilled() {
        stateRun(logs).exits(0);
        assertEquals(expected(), stateRun().exits(0).out());
    }

    @Test
    void withoutSourceAndEmptySaysSo() {
        stateRun().exits(1).saysOnErr("there is no state " + state).printsNothing();
        assertFalse(Files.exists(state));
        stateRun(folder.resolve("nothing")).exits(1);
        stateRun().exits(1).saysOnErr("is empty").printsNothing();
    }

    @Test
    void lateObjectsGoToTheirOwnDay() throws IOException {
        day(3, "/user/9").to(logs.resolve("c.gz"));
        stateRun(logs).exits(0);
        day(1, "/user/7").row("2017-02-03\t00:00:01", "GET", "/user/8", "200").to(logs.resolve("late.gz"));
        assertEquals(expected(), stateRun(logs).exits(0).out());
        assertEquals(3, days().size());
    }

    @Test
    void reportsAnyWindowOfWholeDaysFromTheFilesAlone() throws IOException {
        day(3, "/user/9").row("2017-02-02\t23:59:59", "GET", "/late", "200").to(logs.resolve("c.gz"));
        stateRun(logs, "--from", "2017-02-03").exits(0); // the reported window does not limit what is stored
        for (String[] window : new String[][] {
            {"--from", "2017-02-02"}, {"--to", "2017-02-02"}, {"--from", "2017-02-02", "--to", "2017-02-03"}
        }) {
            Cli fromFiles = stateRun((Object[]) window).exits(0);
            assertEquals(expected((Object[]) window), fromFiles.out());
        }
        stateRun("--from", "2017-02-02", "--to", "2017-02-03")
                .saysOnErr("reported objects: 2 listed = 2 read")
                .saysOnErr("reported rows: 4 read = 3 counted + 1 filtered");
    }

    @Test
    void refusesPartsOfDays() {
        stateRun(logs, "--from", "2017-02-02T16:00:00Z").exits(2).saysOnErr("whole UTC days");
        assertFalse(Files.exists(state));
    }

    @Test
    void aDayWithoutRowsIsNoReport() {
        stateRun(logs).exits(0);
        stateRun("--from", "2018-01-01").exits(1).saysOnErr("no rows match --from, so there is no report");
    }

    @Test
    void aDamagedObjectIsNotDoneAndIsReadAgain() throws IOException {
        Path cut = day(2, "/user/5", "/user/6").to(logs.resolve("cut.gz"));
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(whole, whole.length - 9));
        String plain = run(logs).exits(3).out();
        assertEquals(plain, stateRun(logs).exits(3).saysOnErr("cut.gz").out());
        assertEquals(plain, stateRun(logs).exits(3).out());

        Files.write(cut, whole);
        assertEquals(
                expected(),
                stateRun(logs)
                        .exits(0)
                        .saysOnErr("3 listed = 1 read + 2 skipped")
                        .out());
    }

    @Test
    void anObjectThatChangedUnderItsNameIsReportedAndNotCountedAgain() throws IOException {
        stateRun(logs).exits(0);
        String before = expected();
        day(1, "/other").to(logs.resolve("a.gz"));
        assertEquals(
                before,
                stateRun(logs)
                        .exits(3)
                        .saysOnErr("a.gz: has changed since it was counted")
                        .out());
    }

    @Test
    void otherKindsOfLogsAreDoneToo() throws IOException {
        Files.writeString(
                logs.resolve("rtmp"), "#Version: 1.0\n#Fields: date time x-edge-location c-ip x-event sc-bytes\n");
        stateRun(logs).exits(0).saysOnErr("2 read + 1 skipped");
        stateRun(logs)
                .exits(0)
                .saysOnErr("0 read + 3 skipped")
                .saysOnErr("reported objects: 3 listed = 2 read + 1 skipped");
    }

    @Test
    void filesOfOneNameBelowTwoSourcesAreToldApart() throws IOException {
        Path other = folder.resolve("other");
        day(5, "/user/9").to(other.resolve("a.gz"));
        Cli.run("rank", logs, other, "--state", state)
                .exits(3)
                .saysOnErr("has the same name relative to its source")
                .saysOnErr("give their common parent folder as SOURCE");
    }

    @Test
    void standardInputHasNoName() {
        Cli.run(day(1, "/a").plain(), "rank", "-", "--state", state).exits(2).saysOnErr("standard input");
    }

    @Test
    void isNoLogItself() throws IOException {
        state = logs.resolve("state");
        stateRun(logs).exits(0);
        stateRun(logs).exits(0).saysOnErr("2 listed = 0 read + 2 skipped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s3:/my-bucket/state", "s3://", "s3://B!/x", "http://my-bucket/state"})
    void refusesAPlaceThatIsNone(String place) {
        Cli.run("rank", "logs", "--state", place).exits(2).saysOnErr("s3://bucket/prefix");
    }

    @Test
    void refusesOtherOptionsAndNamesBoth() {
        stateRun(logs, "--method", "GET").exits(0);
        stateRun(logs, "--method", "POST")
                .exits(2)
                .saysOnErr("was created with --method GET, but this run is with --method POST")
                .printsNothing();
        stateRun(logs).exits(2).saysOnErr("but this run is without --method");
        stateRun(logs, "--method", "GET", "--pattern", "/user/<id>").exits(2).saysOnErr("without --pattern");
        stateRun("--method", "GET", "--top", "1", "--by-host", "--order", "calls")
                .exits(0);
    }

    @Test
    void optionsInAnotherOrderAreTheSame() {
        stateRun(logs, "--method", "GET,POST", "--status", "2xx,404").exits(0);
        stateRun("--status", "404,2xx", "--method", "POST,GET").exits(0);
    }

    @Test
    void twoRunsExcludeEachOther() throws IOException {
        stateRun(logs).exits(0);
        try (FolderStore other = FolderStore.open("state", state, true)) {
            assertEquals("state", other.name());
            stateRun(logs)
                    .exits(1)
                    .saysOnErr("another run (process " + ProcessHandle.current().pid() + ") is using the state")
                    .printsNothing();
        }
        stateRun(logs).exits(0);
    }

    @Test
    void aLockThatNobodyHoldsIsNoLock() throws IOException {
        stateRun(logs).exits(0);
        Files.writeString(state.resolve("lock"), "999999999");
        stateRun(logs).exits(0);
    }

    @Test
    void refusesADamagedStateAndLeavesItAsItIs() throws IOException {
        stateRun(logs).exits(0);
        Random random = new Random(7);
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            for (int attempt = 0; attempt < 4; attempt++) {
                byte[] damaged = attempt == 0 ? Arrays.copyOf(whole, whole.length / 2) : whole.clone();
                if (attempt > 0) {
                    damaged[random.nextInt(whole.length)] ^= 1;
                }
                Files.write(file, damaged);
                Map<Path, Integer> before = contents();
                stateRun(logs)
                        .exits(1)
                        .saysOnErr("the state ")
                        .saysOnErr(state.toString())
                        .printsNothing();
                assertEquals(before, contents());
            }
            Files.delete(file);
            if (!file.getFileName().toString().equals("manifest")) {
                stateRun(logs).exits(1).saysOnErr("is missing").saysOnErr("count the logs again");
            }
            Files.write(file, whole);
        }
        stateRun(logs).exits(0);
    }

    @Test
    void refusesAStateWithoutItsManifestRatherThanBeginAnew() throws IOException {
        stateRun(logs).exits(0);
        Files.delete(state.resolve("manifest"));
        stateRun(logs).exits(1).saysOnErr("manifest is missing");
        assertEquals(2, days().size());
    }

    @Test
    void goesOnAfterAFirstRunThatWasKilledWithoutItsEnd() throws IOException {
        stateRun(logs).exits(0);
        Path begun = folder.resolve("begun");
        Cli.run("rank", logs, "--state", begun, "--rejects", folder.resolve("rejects"))
                .exits(0);
        for (Path file : files()) {
            if (!file.endsWith("manifest")) {
                Files.copy(file, begun.resolve("2016-01-01." + file.getFileName())); // named by no manifest
            }
        }
        Files.writeString(begun.resolve(".unfinished-7"), "half");
        assertEquals(
                expected(), Cli.run("rank", logs, "--state", begun).exits(0).out());
        assertEquals(names(state), names(begun));
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        stateRun(logs).exits(0);
        byte[] manifest = Files.readAllBytes(state.resolve("manifest"));
        manifest["pathrank state\n".length() + 3] = 2;
        Files.write(state.resolve("manifest"), manifest);
        stateRun(logs).exits(1).saysOnErr("has format version 2, but this pathrank reads version 1");
    }

    @Test
    void anyOrderOfArrivalGivesTheBytesOfOneRun() throws IOException {
        Random random = new Random(5);
        List<Path> objects = new ArrayList<>();
        for (int object = 0; object < 15; object++) {
            TestLog log = new TestLog();
            for (int row = 0; row < 40; row++) {
                log.row(
                        "2017-02-0" + (1 + random.nextInt(5)) + "\t0" + random.nextInt(10) + ":00:00",
                        "GET",
                        "/user/" + random.nextInt(300),
                        "200");
            }
            objects.add(log.to(folder.resolve("waiting/" + object + ".gz")));
        }
        Collections.shuffle(objects, random);
        for (Path object : objects) {
            Files.move(object, logs.resolve(object.getFileName()));
            if (random.nextInt(3) == 0) {
                assertEquals(
                        expected(),
                        stateRun(logs, "--threads", 1 + random.nextInt(4))
                                .exits(0)
                                .out());
            }
        }
        stateRun(logs).exits(0);
        Path at = folder.resolve("at-once");
        Cli.run("rank", logs, "--state", at).exits(0);
        assertEquals(
                names(state),
                names(at),
                "equal rows of equal objects make equal files, whose names are their contents");
        assertArrayEquals(Files.readAllBytes(state.resolve("manifest")), Files.readAllBytes(at.resolve("manifest")));
    }

    private static List<String> names(Path place) throws IOException {
        try (var files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<Path> days() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".tally"))
                .toList();
    }

    private List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(state, "{manifest,*.tally}")) {
            files.forEach(found::add);
        }
        return found;
    }

    private Map<Path, Integer> contents() throws IOException {
        Map<Path, Integer> contents = new TreeMap<>();
        for (Path file : files()) {
            contents.put(file, Arrays.hashCode(Files.readAllBytes(file)));
        }
        assertTrue(contents.size() > 1);
        return contents;
    }
}
