package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.Program;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is in the middle of a log when something happens to it. */
class InterruptTest {
    /**
     * Starts a program that obeys SIGINT, also where the tests do not: a shell starts what runs in the background so.
     */
    private static final String OBEY_SIGNALS = """
            import os, signal, sys
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.execv(sys.argv[1], sys.argv[1:])
            """;

    @TempDir
    private Path folder;

    private Path log;
    private Path endless;
    private RandomAccessFile writer;

    @BeforeEach
    void openALogThatDoesNotEnd() throws IOException, InterruptedException {
        Program.needs("mkfifo");
        Program.needs("python3");
        log = new TestLog().rows(20, "GET", "/user/42", 200).to(folder.resolve("log.gz"));
        endless = folder.resolve("endless.log");
        Program.of("mkfifo", endless.toString()).run().printed();
        writer = new RandomAccessFile(endless.toFile(), "rw");
        writer.write("#Fields: date time cs-method cs-uri-stem sc-status\n2017-02-12\t16:00:00\tGET\t/a\t200\n"
                .getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() throws IOException {
        writer.close();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        "python3",
                        "-c",
                        OBEY_SIGNALS,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.pathrank.Main",
                        "rank",
                        log.toString(),
                        endless.toString(),
                        "--verbose",
                        "--state",
                        folder.resolve("state").toString(),
                        "--tmp-dir",
                        Files.createDirectories(folder.resolve("tmp")).toString(),
                        "--save",
                        folder.resolve("saved.tally").toString(),
                        "-o",
                        folder.resolve("order.csv").toString())
                .redirectError(folder.resolve("said").toFile())
                .start();
    }

    /** Waits until the run has read the first log; of the second it waits for more. */
    private void awaitTheMiddle(Process run) throws IOException {
        while (!Files.readString(folder.resolve("said")).contains("log.gz: read, 20 rows")) {
            assertTrue(run.isAlive(), "it ended before it began");
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsItWithItsCodeAndLeavesNothingBehind(String signal, int code) throws Exception {
        Process run = start();
        awaitTheMiddle(run);

        Program.of("kill", "-" + signal, Long.toString(run.pid())).run().printed();

        assertEquals(code, run.waitFor());
        String said = Files.readString(folder.resolve("said"));
        assertTrue(said.endsWith("pathrank: interrupted; no report was written\n"), said);
        assertEquals(List.of("endless.log", "log.gz", "said", "state", "state/lock", "tmp"), left());
        Cli.run("rank", "--state", folder.resolve("state")).exits(1).saysOnErr("is empty, so there is no report");
        assertEquals(
                Cli.run("rank", log).exits(0).out(),
                Cli.run("rank", log, "--state", folder.resolve("state"))
                        .exits(0)
                        .out(),
                "the state can be used as if nothing had been");
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.skip(1)
                    .map(each -> folder.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void anotherRunOnItsStateIsRefusedAndNamesIt() throws Exception {
        Process run = start();
        awaitTheMiddle(run);

        for (Object[] words : List.of(
                new Object[] {"rank", log, "--state", folder.resolve("state")},
                new Object[] {"rank", "--state", folder.resolve("state")})) {
            Cli.run(words)
                    .exits(1)
                    .printsNothing()
                    .saysOnErr("another run (process " + run.pid() + ") is using the state " + folder.resolve("state")
                            + "; wait until it ends");
        }
        run.destroy();
        assertEquals(143, run.waitFor());
        Cli.run("rank", log, "--state", folder.resolve("state")).exits(0);
    }
}
