package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of {@code -o}: the target is the complete report or unchanged. */
class OutputFileTest {
    @TempDir
    Path folder;

    private Path log;
    private String report;

    @BeforeEach
    void makeLog() throws IOException {
        log = new TestLog().rows(2, "GET", "/a", 200).to(folder.resolve("logs/a.gz"));
        report = Cli.run("rank", log).exits(0).out();
    }

    @Test
    void writesTheReportToAFileAndNothingBesideIt() throws IOException {
        Path place = Files.createDirectory(folder.resolve("out"));

        Cli.run("rank", log, "-o", place.resolve("order.csv")).exits(0).printsNothing();

        assertEquals(report, Files.readString(place.resolve("order.csv")));
        try (var files = Files.list(place)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aDashIsStandardOutput() throws IOException {
        Path order = folder.resolve("order.csv");

        Cli summary = Cli.run("rank", log, "-o", order, "--summary", "-").exits(0);

        assertEquals(report, Files.readString(order));
        assertTrue(summary.out().startsWith("{"), summary::toString);
        assertTrue(summary.out().contains("\"complete\": true"), summary::toString);
        assertEquals(report, Cli.run("rank", log, "-o", "-").exits(0).out());
        assertFalse(Files.exists(Path.of("-")), "no file has this name");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--summary -           | --summary - would mix with the report on standard output; give -o FILE",
                "-o - --summary -      | --summary - would mix with the report on standard output; give -o FILE",
                "-o order.csv --rejects - | cannot go to standard output (-); give the name of a file",
                "-o order.csv --save - | --save - must end in .tally"
            })
    void aDashIsRefusedWhereTwoThingsWouldMix(String options, String message) {
        List<Object> words = new ArrayList<>(List.of("rank", log));
        words.addAll(List.of(options.split(" ")));

        Cli.run(words.toArray()).exits(2).saysOnErr(message).printsNothing();
    }

    @Test
    void keepsTheModeOfAnExistingFile() throws IOException {
        Path target = Files.writeString(folder.resolve("order.csv"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-rw-r--"));

        Cli.run("rank", log, "-o", target).exits(0);

        assertEquals(report, Files.readString(target));
        assertEquals("rw-rw-r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void replacesARegularFileWhateverItsFolderIsCalled() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isDirectory(memory) && Files.isWritable(memory));
        Path place = Files.createTempDirectory(memory, "pathrank-test");
        Path target = place.resolve("order.csv");
        try {
            Cli.run("rank", log, "-o", target).exits(0);
            assertEquals(report, Files.readString(target));

            Files.writeString(target, "x".repeat(5000));
            Cli.run("rank", log, "-o", target).exits(0);
            assertEquals(report, Files.readString(target));
        } finally {
            Files.deleteIfExists(target);
            Files.delete(place);
        }
    }

    @Test
    void followsASymbolicLinkAndLeavesItALink() throws IOException {
        Path real =
                Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("order.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("real/order.csv"));

        Cli.run("rank", log, "-o", link).exits(0);

        assertTrue(Files.isSymbolicLink(link));
        assertEquals(report, Files.readString(real));
    }

    @Test
    void makesTheFileThatALinkLeadsTo() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("later.csv"));

        Cli.run("rank", log, "-o", link).exits(0);

        assertTrue(Files.isSymbolicLink(link));
        assertEquals(report, Files.readString(folder.resolve("later.csv")));
    }

    @Test
    void leavesTheOldFileWhereTheRunFails() throws IOException {
        Path target = Files.writeString(folder.resolve("order.csv"), "old");

        Cli.run("rank", folder.resolve("nowhere"), "-o", target).exits(1);

        assertEquals("old", Files.readString(target));
    }

    @Test
    void writesToAFifoInPlace() throws Exception {
        Path fifo = folder.resolve("fifo");
        assumeTrue(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() == 0, "no mkfifo");
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(fifo);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        Cli.run("rank", log, "-o", fifo).exits(0);

        assertEquals(report, reader.get());
        assertFalse(Files.isRegularFile(fifo));
    }

    @Test
    void saysThatADiskIsFull() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full");

        Cli.run("rank", log, "-o", "/dev/full")
                .exits(1)
                .saysOnErr("cannot write the report to /dev/full: No space left on device");
        Cli.run("rank", log, "--summary", "/dev/full").exits(1).saysOnErr("cannot write the summary to /dev/full");
        Cli.run("rank", log, "--rejects", "/dev/full")
                .exits(1)
                .saysOnErr("cannot write the rejected rows to /dev/full");
    }

    @Test
    void saysThatStandardOutputIsFull() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full");
        try (var full = Files.newOutputStream(Path.of("/dev/full"))) {
            Cli.into(full, "rank", log).exits(1).saysOnErr("cannot write the report to standard output: No space left");
            Cli.into(full, "--help").exits(1).saysOnErr("cannot write to standard output: No space left");
        }
    }

    @Test
    void refusesAFolderAndAMissingFolderBeforeTheWork() {
        Cli.run("rank", log, "-o", folder).exits(1).saysOnErr(folder + " is a folder; give the name of a file in it");
        Cli.run("rank", log, "-o", folder.resolve("no/order.csv"))
                .exits(1)
                .saysOnErr("there is no folder " + folder.resolve("no"))
                .doesNotSayOnErr("objects:");
    }

    @Test
    void writesUtf8WithPlainLineEnds() throws IOException {
        Path target = folder.resolve("order.csv");

        Cli.run("rank", log, "-o", target, "--pattern", "/<id>").exits(0);

        assertFalse(Files.readString(target).contains("\r"));
        assertEquals(
                List.of("/<id>"), Cli.run("rank", log, "--pattern", "/<id>").column("pattern"));
    }

    @Test
    void removesWhatAKilledRunLeftBesideIts() throws Exception {
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        Path left = Files.writeString(folder.resolve(".order.csv." + killed.pid() + "-0.tmp"), "half");
        Path living = Files.writeString(
                folder.resolve(".order.csv." + ProcessHandle.current().pid() + "-7.tmp"), "half");
        Path other = Files.writeString(folder.resolve(".other.csv." + killed.pid() + "-0.tmp"), "half");

        Cli.run("rank", log, "-o", folder.resolve("order.csv")).exits(0);

        assertFalse(Files.exists(left));
        assertTrue(Files.exists(living) && Files.exists(other));
    }
}
