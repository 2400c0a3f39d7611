package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.pathrank.source.Gzip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that unreadable input is counted, named and reflected in the exit code. */
class DamagedInputTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.com,1", "192.0.2.77 - -", "2001:db8::77 - -", "0123456789abcdefghij x"})
    void showsNobodysAddressAndNoSecretOfAFileThatIsNoLog(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), line + "\n");

        Cli run = Cli.run("rank", file).exits(1).saysOnErr("no #Fields: line before the first row (line 1)");

        assertFalse(run.err().contains(line.substring(0, 9)), run::toString);
    }

    @Test
    void countsTheRowsBeforeTheCutOfATruncatedGzip() throws IOException {
        TestLog log = new TestLog();
        Random random = new Random(7);
        for (int row = 0; row < 2000; row++) {
            log.rows(1, "GET", "/word/" + Long.toHexString(random.nextLong()), 200);
        }
        byte[] gzip = log.gzip();
        Path cut = folder.resolve("logs/cut.gz");
        Files.createDirectories(cut.getParent());
        Files.write(cut, Arrays.copyOf(gzip, gzip.length / 2));
        new TestLog().rows(3, "GET", "/whole", 200).to(folder.resolve("logs/whole.gz"));
        Path summary = folder.resolve("summary.json");

        Cli run = Cli.run("rank", folder.resolve("logs"), "--summary", summary).exits(3);

        run.saysOnErr("error: " + folder.resolve("logs/cut.gz") + ": the gzip data is truncated")
                .saysOnErr("1 read + 0 skipped + 1 failed");
        long calls = run.column("calls").stream().mapToLong(Long::parseLong).sum();
        assertTrue(calls > 500 && calls < 2003, run::toString);
        run.saysOnErr("; the " + String.format(Locale.ROOT, "%,d", calls - 3) + " rows before that were read");
        assertTrue(Files.readString(summary).contains("\"complete\": false"));
    }

    @Test
    void reportsNothingOfALogThatIsCutBeforeItsFirstRowAndSaysSo() {
        byte[] gzip = new TestLog().rows(40, "GET", "/a", 200).gzip();

        Cli.run(Arrays.copyOf(gzip, gzip.length / 3), "rank", "-")
                .exits(1)
                .saysOnErr("error: -: the gzip data is truncated")
                .saysOnErr("1 listed = 0 read + 0 skipped + 1 failed");
    }

    @Test
    void makesNoReportOfAGzipOfWhichNothingCanBeRead() {
        byte[] gzip = new TestLog().rows(40, "GET", "/a", 200).gzip();

        Cli.run(Arrays.copyOf(gzip, 12), "rank", "-").exits(1).printsNothing().saysOnErr("no log object could be read");
    }

    @Test
    void countsTheRowsBeforeACorruptPlace() throws IOException {
        byte[] first = new TestLog().rows(4, "GET", "/a", 200).gzip();
        byte[] second = new TestLog().rows(5, "GET", "/b", 200).gzip();
        second[second.length - 6] ^= 0x55; // in the CRC of its trailer

        Cli run = Cli.run(Gzip.joined(first, second), "rank", "-").exits(3);

        assertEquals(9, run.column("calls").stream().mapToLong(Long::parseLong).sum(), run::toString);
    }

    @Test
    void namesWhatIsNoLogAndReadsTheRest() throws IOException {
        new TestLog().rows(3, "GET", "/a", 200).to(folder.resolve("logs/a.gz"));
        Files.writeString(folder.resolve("logs/notes.txt"), "Dear diary\n");

        Cli run = Cli.run("rank", folder.resolve("logs")).exits(3);

        run.saysOnErr("notes.txt: no #Fields: line").saysOnErr("2 listed = 1 read + 0 skipped + 1 failed");
        assertEquals("3", run.column("calls").get(0));
    }

    @Test
    void makesNoReportOfNoLogs() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Dear diary\n");

        Cli.run("rank", file).exits(1).printsNothing().saysOnErr("no log object could be read, so there is no report");
    }

    @Test
    void skipsRtmpLogs() throws IOException {
        Path rtmp = folder.resolve("logs/rtmp.gz");
        Files.createDirectories(rtmp.getParent());
        Files.writeString(
                rtmp,
                "#Version: 1.0\n#Fields: date time x-edge-location c-ip x-event sc-bytes x-cf-status"
                        + " x-cf-client-id cs-uri-stem cs-uri-query c-referrer x-page-url c-user-agent "
                        + "x-sname x-sname-query"
                        + " x-file-ext "
                        + "x-sid\n2010-03-12\t23:51:20\tSEA4\t192.0.2."
                        + "147\tconnect\t2014\tOK\tbfd8\trtmp://x/y\t-\t-\t-\t-\t-\t-\t-\t-\n");

        Cli.run("rank", rtmp).exits(1).saysOnErr("was skipped: RTMP");
        new TestLog().rows(1, "GET", "/a", 200).to(folder.resolve("logs/a.gz"));
        Cli.run("rank", folder.resolve("logs")).exits(0).saysOnErr("2 listed = 1 read + 1 skipped + 0 failed");
    }

    @Test
    void readsAnEmptyObjectAsALogWithoutRows() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.gz"));

        Cli.run("rank", empty).exits(1).saysOnErr("the logs contain no rows, so there is no report");
    }

    @Test
    void explainsAnEmptyFolderAndAWrongPath() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Cli.run("rank", empty).exits(1).printsNothing().saysOnErr("no log objects under " + empty + " (0 files)");
        Cli.run("rank", folder.resolve("wrong/place")).exits(1).saysOnErr("no such file or folder: ");
    }

    @Test
    void goesOnPastAWrongPath() throws IOException {
        Path log = new TestLog().rows(3, "GET", "/a", 200).to(folder.resolve("a.gz"));

        Cli run = Cli.run("rank", folder.resolve("wrong"), log).exits(3).saysOnErr("no such file or folder: ");

        assertEquals("3", run.column("calls").get(0));
    }

    @Test
    void namesAFileThatMayNotBeRead() throws IOException {
        Path closed = new TestLog().rows(3, "GET", "/a", 200).to(folder.resolve("closed.gz"));
        assumeFalse(!closed.toFile().setReadable(false) || Files.isReadable(closed), "root may read everything");

        Cli.run("rank", closed).exits(1).saysOnErr(closed + ": cannot be opened: ");
    }

    @Test
    void letsNoControlCharacterOfANameReachTheTerminal() throws IOException {
        Path file = Files.writeString(folder.resolve("evil\u001b[2J.txt"), "x");

        Cli run = Cli.run("rank", file).exits(1).saysOnErr("evil\\x1b[2J.txt");

        assertTrue(run.err().indexOf('\u001b') < 0);
    }

    @Test
    void rejectsRowsByReasonAndCountsTheOthers() {
        byte[] log = new TestLog()
                .rows(2, "GET", "/a", 200)
                .row("2017-02-12\t16:00:00", "-", "/a", "200")
                .row("2017-02-12\t16:00:00", "GET", "-", "200")
                .row("2017-02-12\t16:00:00", "GET", "/a", "OOO")
                .row("2017-13-12\t16:00:00", "GET", "/a", "200")
                .plain();

        Cli.run(log, "rank", "-")
                .exits(0)
                .saysOnErr("rows: 6 read = 2 counted + 0 filtered + 4 rejected"
                        + " (no-method 1, no-path 1, bad-status 1, bad-time 1)");
    }
}
