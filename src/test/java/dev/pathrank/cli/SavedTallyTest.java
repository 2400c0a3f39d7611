package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tallies that were saved are sources like any other. */
class SavedTallyTest {
    @TempDir
    Path folder;

    private Path a;
    private Path b;
    private Path tallyA;
    private Path tallyB;

    @BeforeEach
    void writeLogs() throws IOException {
        a = new TestLog()
                .rows(3, "GET", "/user/1", 200)
                .rows(2, "GET", "/shop", 200)
                .to(folder.resolve("logs/a.gz"));
        b = new TestLog()
                .rows(4, "GET", "/user/2", 200)
                .rows(1, "POST", "/shop", 503)
                .to(folder.resolve("logs/b.gz"));
        tallyA = folder.resolve("a.tally");
        tallyB = folder.resolve("b.tally");
        Cli.run("rank", a, "--save", tallyA).exits(0);
        Cli.run("rank", b, "--save", tallyB).exits(0);
    }

    @Test
    void mergeWithOneAnotherAndWithLogs() {
        String expected = Cli.run("rank", folder.resolve("logs")).exits(0).out();
        assertEquals(expected, Cli.run("rank", tallyA, tallyB).exits(0).out());
        assertEquals(expected, Cli.run("rank", tallyB, a).exits(0).out());
        Cli.run("rank", tallyA, tallyB)
                .saysOnErr("objects: 2 listed = 2 read")
                .saysOnErr("reported rows: 10 read = 10 counted");
    }

    /** Such as {@code gzip a.tally}, or a mail that packs what is attached. */
    @ParameterizedTest
    @ValueSource(strings = {"packed.tally.gz", "packed.tally"})
    void mayBeGzippedWhateverTheirName(String name) throws IOException {
        Path packed = Files.write(folder.resolve(name), gzipped(Files.readAllBytes(tallyA)));

        assertEquals(
                Cli.run("rank", tallyA).exits(0).out(),
                Cli.run("rank", packed).exits(0).out());
    }

    @Test
    void mayComeThroughAPipe() throws IOException {
        String expected = Cli.run("rank", a, b).exits(0).out();

        assertEquals(
                expected,
                Cli.run(Files.readAllBytes(tallyA), "rank", "-", b).exits(0).out());
        assertEquals(
                expected,
                Cli.run(gzipped(Files.readAllBytes(tallyA)), "rank", "-", tallyB)
                        .exits(0)
                        .out());
        Cli.run(Files.readAllBytes(tallyA), "rank", "-", a).exits(2).saysOnErr("a.gz is counted in -");
    }

    @Test
    void mayBeNamedPipes() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Thread writer = new Thread(() -> {
            try {
                Files.write(pipe, Files.readAllBytes(tallyA));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.start();

        assertEquals(
                Cli.run("rank", tallyA).exits(0).out(),
                Cli.run("rank", pipe).exits(0).out());
        writer.join();
    }

    @Test
    void thatAreCutFailThroughAPipeAsInAFile() throws IOException {
        byte[] whole = Files.readAllBytes(tallyA);

        Cli.run(Arrays.copyOf(whole, whole.length - 9), "rank", "-", b)
                .exits(3)
                .saysOnErr("-: ")
                .saysOnErr("save it again from its logs");
        Cli.run(Arrays.copyOf(gzipped(whole), 60), "rank", "-", b).exits(3);
    }

    @Test
    void aPipedLogIsReadFromItsFirstByte() throws IOException {
        String expected = Cli.run("rank", a).exits(0).out();

        assertEquals(
                expected, Cli.run(Files.readAllBytes(a), "rank", "-").exits(0).out());
        assertEquals(expected, Cli.run(unzipped(a), "rank", "-").exits(0).out());
        Cli.run(new byte[] {0x1F}, "rank", "-", a).exits(3).saysOnErr("-: ");
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] unzipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    @Test
    void giveTheSameTallyWhenSavedTogether() throws IOException {
        Path all = folder.resolve("all.tally");
        Path merged = folder.resolve("merged.tally");
        Cli.run("rank", a, b, "--save", all).exits(0);
        Cli.run("rank", tallyB, tallyA, "--save", merged).exits(0);
        assertEquals(-1, Files.mismatch(all, merged));
    }

    @Test
    void areRefusedWhereTheyShareAnObject() {
        Path all = folder.resolve("all.tally");
        Cli.run("rank", a, b, "--save", all).exits(0);
        Cli.run("rank", all, tallyB)
                .exits(2)
                .saysOnErr("b.gz is counted in " + all + " and " + tallyB)
                .printsNothing();
        Cli.run("rank", tallyA, folder.resolve("logs")).exits(2).saysOnErr("a.gz is counted in " + tallyA);
        Cli.run("rank", tallyA, a).exits(2).saysOnErr("leave one of them out");
    }

    /** Files of one name in two folders are two objects. */
    @Test
    void areRefusedWhereOneOfThemHoldsALogOfAnotherFolder() throws IOException {
        Path other = new TestLog().rows(7, "GET", "/user/3", 200).to(folder.resolve("others/a.gz"));
        Path third = new TestLog().rows(5, "GET", "/user/4", 200).to(folder.resolve("thirds/a.gz"));
        Path tallyOther = folder.resolve("other.tally");
        Cli.run("rank", other, "--save", tallyOther).exits(0);

        Cli.run("rank", tallyA, tallyOther, third).exits(0).saysOnErr("reported rows: 17 read = 17 counted");
        Cli.run("rank", tallyA, tallyOther, a).exits(2).saysOnErr("a.gz is counted in " + tallyA);
        Cli.run("rank", tallyA, tallyOther, other).exits(2).saysOnErr("a.gz is counted in " + tallyOther);
    }

    @Test
    void areToldOfTogetherWithTheLogsThatAreReadBesideThem() {
        Cli.run("rank", tallyA, b)
                .exits(0)
                .saysOnErr("reported objects: 2 listed = 2 read")
                .saysOnErr("reported rows: 10 read = 10 counted");
    }

    @Test
    void areRefusedBesideALogThatTheyHoldInPart() throws IOException {
        byte[] whole = new TestLog().rows(2000, "GET", "/user/5", 200).gzip();
        Path log = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length / 2));
        Path damaged = folder.resolve("damaged.tally");
        Cli.run("rank", log, "--save", damaged).exits(3);
        Files.write(log, whole);

        Cli.run("rank", damaged, log).exits(2).saysOnErr("(in part, as it was damaged) and among the logs");
    }

    @Test
    void areLeftOutWhereTheWindowHoldsNoneOfTheirRows() {
        Cli.run("rank", tallyA, b, "--from", "2017-02-12T15:00", "--to", "2017-02-13")
                .exits(0);
        Cli.run("rank", tallyA, tallyB, "--to", "2017-01-01")
                .exits(1)
                .saysOnErr("left out, because all rows lie outside the window: ");
    }

    @Test
    void areRefusedWhereTheyShareAnObjectWithTheState() {
        Path state = folder.resolve("state");
        Cli.run("rank", b, "--state", state).exits(0);
        assertEquals(
                Cli.run("rank", a, b).out(),
                Cli.run("rank", tallyA, "--state", state).exits(0).out());
        Cli.run("rank", tallyB, "--state", state).exits(2).saysOnErr("b.gz is counted in the state and " + tallyB);
    }

    @Test
    void areRefusedIfMadeWithOtherOptions() {
        Cli.run("rank", tallyA, "--host", "www.example.com")
                .exits(2)
                .saysOnErr("a.tally was created without --host, but this run is with --host www.example.com");
    }

    @Test
    void cannotBeCutInTime() {
        Cli.run("rank", tallyA, "--from", "2017-02-12T16:00:02Z").exits(2).saysOnErr("a tally cannot be divided");
        Cli.run("rank", tallyA, "--from", "2017-02-12", "--to", "2017-02-13").exits(0);
    }

    @Test
    void ofDaysOfAStateFitTogether() throws IOException {
        Path both = new TestLog()
                .row("2017-02-01\t23:59:59", "GET", "/user/1", "200")
                .row("2017-02-02\t00:00:00", "GET", "/user/2", "200")
                .to(folder.resolve("midnight.gz"));
        Path state = folder.resolve("state");
        Cli.run("rank", both, "--state", state).exits(0);
        Object[] words;
        try (var files = Files.list(state)) {
            words = Stream.concat(
                            Stream.of("rank"),
                            files.filter(file -> file.toString().endsWith(".tally")))
                    .toArray();
        }
        assertEquals(3, words.length);
        assertEquals(
                Cli.run("rank", both).out(),
                Cli.run(words)
                        .exits(0)
                        .saysOnErr("reported objects: 1 listed = 1 read")
                        .saysOnErr("reported rows: 2 read = 2 counted + 0 filtered")
                        .out());
    }

    @Test
    void aDamagedOneCountsNotAtAll() throws IOException {
        byte[] whole = Files.readAllBytes(tallyA);
        Files.write(tallyA, Arrays.copyOf(whole, whole.length - 3));
        assertEquals(
                Cli.run("rank", tallyB).out(),
                Cli.run("rank", tallyA, tallyB)
                        .exits(3)
                        .saysOnErr("a.tally: is truncated")
                        .out());
        Files.writeString(tallyA, "no tally");
        Cli.run("rank", tallyA).exits(1).saysOnErr("is not a file of type \"pathrank tally\"");
    }

    @Test
    void rememberWhatWasLeftOutOfThem() throws IOException {
        byte[] whole = Files.readAllBytes(a);
        Files.write(a, Arrays.copyOf(whole, whole.length - 9));
        Path some = folder.resolve("some.tally");
        String report =
                Cli.run("rank", folder.resolve("logs"), "--save", some).exits(3).out();
        assertEquals(
                report,
                Cli.run("rank", some)
                        .exits(3)
                        .saysOnErr("reported objects: 2 listed = 1 read + 0 skipped + 1 failed")
                        .out());
    }

    @Test
    void haveTheirNameEndInTally() {
        Cli.run("rank", a, "--save", folder.resolve("x")).exits(2).saysOnErr("must end in .tally");
        assertFalse(Files.exists(folder.resolve("x")));
    }
}
