package dev.pathrank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.samples.EncodedLog;
import dev.pathrank.samples.FormatTraffic;
import dev.pathrank.source.s3.S3Server;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Comparison of the packaged jar on Spark, with a driver and two executors in separate processes, with the same jar on
 * one machine: outputs are identical.
 */
@Tag("slow")
class SparkIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final long PATIENCE_S = 300;
    private static final String BUCKET = "spark-logs";

    private static S3Server server;
    private static List<Path> samples;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3Server.start();
        try (Stream<Path> files = Files.list(PROJECT.resolve("sample-logs"))) {
            samples = files.sorted().toList();
        }
    }

    @AfterAll
    static void stopServer() throws Exception {
        server.close();
    }

    private record Run(int code, String err, Path folder) {
        byte[] file(String name) throws IOException {
            return Files.readAllBytes(folder.resolve(name));
        }

        /** The summary lines about objects and rows, without times and Spark's messages. */
        List<String> account() {
            return err.lines()
                    .filter(line -> line.matches(
                            "(pathrank|objects|rows|reported objects|reported rows|window|origin calls|endpoints):.*"))
                    // The first test downloads Spark.
                    .filter(line -> !line.startsWith("pathrank: downloading Spark "))
                    .toList();
        }
    }

    private Run run(String name, Map<String, String> environment, Object... arguments) throws Exception {
        return finish(start(name, environment, arguments), folder.resolve(name));
    }

    private Process start(String name, Map<String, String> environment, Object... arguments) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        List<String> command = new ArrayList<>();
        command.add(PROJECT.resolve("scripts")
                .resolve(name.startsWith("spark") ? "pathrank-spark" : "pathrank")
                .toString());
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        command.addAll(List.of("-o", place.resolve("order.csv").toString()));
        command.addAll(List.of("--summary", place.resolve("summary.json").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(PROJECT.toFile())
                .redirectOutput(place.resolve("out").toFile())
                .redirectError(place.resolve("err").toFile());
        builder.environment().put("PATHRANK_SPARK_CONF", "spark.ui.enabled=false");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Run finish(Process process, Path place) throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            process.destroy();
            throw new IOException("pathrank did not end: " + Files.readString(place.resolve("err")));
        }
        return new Run(process.exitValue(), Files.readString(place.resolve("err")), place);
    }

    private static void assertSame(Run local, Run spark, String... files) throws IOException {
        assertEquals(local.code(), spark.code(), spark.err());
        for (String file : files) {
            assertArrayEquals(local.file(file), spark.file(file), file + "\n" + spark.err());
        }
        assertEquals(local.account(), spark.account());
    }

    /** Logs of every format and with every fault: a truncated one, one of another type, invalid rows. */
    private Path logs() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        for (Path sample : samples) {
            Files.copy(sample, logs.resolve(sample.getFileName()));
        }
        for (EncodedLog kind : EncodedLog.values()) {
            Files.write(logs.resolve("kind-" + kind), kind.write(FormatTraffic.of(200, kind.ordinal())));
        }
        byte[] whole = Files.readAllBytes(samples.get(0));
        Files.write(logs.resolve("cut.gz"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(
                logs.resolve("elb.log"), "http 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188\n");
        Files.writeString(logs.resolve("rows.log"), """
                #Fields: date time cs-method cs-uri-stem sc-status
                2017-02-03\t10:00:00\tGET\t/a\t200
                no row at all
                2017-13-45\t10:00:00\tGET\t/a\t200
                """);
        return logs;
    }

    @Test
    void givesTheBytesOfOneMachine() throws Exception {
        Path logs = logs();
        Map<String, String> environment = Map.of();
        List<Run> runs = new ArrayList<>();
        for (String name : List.of("local", "spark")) {
            Path place = Files.createDirectories(folder.resolve(name));
            runs.add(run(
                    name,
                    environment,
                    "rank",
                    logs,
                    "--rejects",
                    place.resolve("rejects.csv"),
                    "--save",
                    place.resolve("counts.tally"),
                    "--pattern",
                    "/user/<name>",
                    "--status",
                    "!404",
                    "--fields",
                    String.join(" ", EncodedLog.V2_FIELDS)));
        }
        assertEquals(3, runs.get(1).code(), runs.get(1).err());
        assertTrue(runs.get(1).err().contains("cut.gz: "), runs.get(1).err());
        assertSame(runs.get(0), runs.get(1), "order.csv", "summary.json", "rejects.csv", "counts.tally");
    }

    @Test
    void comparesTwoPeriodsWithTheBytesOfOneMachine() throws Exception {
        Object[] words = {"compare", "docs/move", "--at", "2017-02-13T10:00:00Z"};
        Run local = run("local", Map.of(), words);
        Run spark = run("spark", Map.of(), words);

        assertEquals(0, spark.code(), spark.err());
        assertSame(local, spark, "order.csv", "summary.json");
    }

    @Test
    void losesAnExecutorInTheMiddleAndCountsNothingTwice() throws Exception {
        server.createBucket(BUCKET);
        for (Path sample : samples) {
            server.put(BUCKET, "cdn/" + sample.getFileName(), Files.readAllBytes(sample));
        }
        List<String> words = List.of(
                "rank",
                "s3://" + BUCKET + "/cdn/",
                "--endpoint-url",
                server.endpoint().toString(),
                "--path-style",
                "--region",
                "us-east-1");
        Map<String, String> environment = Map.of(
                "AWS_ACCESS_KEY_ID",
                S3Server.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                S3Server.SECRET_KEY,
                "PATHRANK_SPARK_CONF",
                "spark.ui.enabled=false spark.speculation=true spark.speculation.multiplier=1.1"
                        + " spark.speculation.quantile=0.1 spark.speculation.interval=20ms");
        Run local = run("local", environment, with(words, "--state", folder.resolve("state-local")));
        AtomicReference<Process> driver = new AtomicReference<>();
        AtomicReference<Optional<ProcessHandle>> killed = new AtomicReference<>(Optional.empty());
        server.faults().atRequest(2 * samples.size() - 10, () -> killed.set(killExecutor(driver.get())));
        driver.set(start("spark", environment, with(words, "--state", folder.resolve("state-spark"))));
        Run spark = finish(driver.get(), folder.resolve("spark"));
        assertTrue(killed.get().isPresent(), "no executor was there to be killed\n" + spark.err());
        assertTrue(server.faults().getRequests().size() > 2 * samples.size(), "its objects were not read again");
        assertSame(local, spark, "order.csv", "summary.json");
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("state-local/manifest")),
                Files.readAllBytes(folder.resolve("state-spark/manifest")));
    }

    private static Object[] with(List<String> words, Object... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toArray();
    }

    private static Optional<ProcessHandle> killExecutor(Process driver) {
        Optional<ProcessHandle> executor = driver.descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .findFirst();
        executor.ifPresent(ProcessHandle::destroyForcibly);
        return executor;
    }

    @Test
    void readsStandardInputItself() throws Exception {
        byte[] log = Files.readAllBytes(samples.get(0));
        Process process = start("spark", Map.of("PATHRANK_SPARK_MASTER", "local[1]"), "rank", "-", samples.get(1));
        try (OutputStream in = process.getOutputStream()) {
            in.write(log);
        }
        Run spark = finish(process, folder.resolve("spark"));
        Run local = run("local", Map.of(), "rank", samples.get(0), samples.get(1));
        assertSame(local, spark, "order.csv", "summary.json");
    }

    @Test
    void withoutSparkSaysWhereItIs() throws Exception {
        Run local = run("local", Map.of(), "rank", "sample-logs", "--engine", "spark");
        assertEquals(1, local.code(), local.err());
        assertTrue(local.err().contains("scripts/pathrank-spark"), local.err());
    }
}
