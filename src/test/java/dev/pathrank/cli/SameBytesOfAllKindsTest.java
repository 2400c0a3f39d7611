package dev.pathrank.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.Program;
import dev.pathrank.samples.EncodedLog;
import dev.pathrank.samples.FormatTraffic;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The law with objects of every kind: text, JSON and Parquet, stored, as gzip and as Zstandard, small and larger than
 * what is fetched at once, whole and damaged. However they are named, split and read, the report has the same bytes.
 */
class SameBytesOfAllKindsTest {
    private static final String FIELDS = String.join(" ", EncodedLog.V2_FIELDS);

    /** More bytes than half of the smallest room for objects, which is what is fetched whole at most. */
    private static final int LARGE = (1 << 20) / 2 + 1;

    @TempDir
    Path folder;

    private final Random random = new Random(20170212);
    private final List<byte[]> whole = new ArrayList<>();
    private final List<byte[]> damaged = new ArrayList<>();
    private Cli expected;

    @BeforeEach
    void makeObjects() throws IOException {
        for (EncodedLog kind : EncodedLog.values()) {
            FormatTraffic traffic = FormatTraffic.of(300, kind.ordinal());
            byte[] bytes = kind.write(traffic);
            whole.add(bytes);
            whole.add(EncodedLog.gzip(kind.write(FormatTraffic.of(300, 100 + kind.ordinal()))));
            whole.add(EncodedLog.zstd(kind.write(FormatTraffic.of(300, 200 + kind.ordinal()))));
            byte[] gzip = EncodedLog.gzip(bytes);
            damaged.add(Arrays.copyOf(gzip, gzip.length * 2 / 3));
            gzip[gzip.length - 6] ^= 0x55; // in the CRC of its trailer
            damaged.add(gzip);
            byte[] zstd = EncodedLog.zstd(bytes);
            damaged.add(Arrays.copyOf(zstd, zstd.length * 2 / 3));
        }
        byte[] large = EncodedLog.gzip(EncodedLog.LEGACY.write(FormatTraffic.of(9_000, 5)));
        assertTrue(large.length > LARGE, large.length + " bytes");
        whole.add(large);
        damaged.add(Arrays.copyOf(large, large.length - 1000));
        expected = read(1, write("one", all()));
        assertTrue(expected.err().contains(" + 0 skipped + " + damaged.size() + " failed"), expected::toString);
    }

    private List<byte[]> all() {
        return Stream.concat(whole.stream(), damaged.stream()).toList();
    }

    /** Writes objects under random names, and so in a random order. */
    private Path write(String name, List<byte[]> objects) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        for (byte[] object : objects) {
            Files.write(place.resolve(Long.toHexString(random.nextLong())), object);
        }
        return place;
    }

    private static Cli read(int threads, Object... words) {
        return Cli.run("rank", "--by-host", "--fields", FIELDS, "--threads", threads, words)
                .exits(3);
    }

    @Test
    void forEveryNumberOfThreadsAndEveryOrder() throws IOException {
        List<byte[]> objects = new ArrayList<>(all());
        for (int threads : new int[] {1, 2, 8}) {
            Collections.shuffle(objects, random);
            assertEquals(
                    expected.out(),
                    read(threads, write("shuffled" + threads, objects)).out());
        }
    }

    @Test
    void whenLittleIsFetchedAhead() throws IOException {
        assertEquals(
                expected.out(),
                read(4, folder.resolve("one"), "--max-inflight", "1M").out());
    }

    @Test
    @Tag("slow")
    void whenTalliesOfPartsAreAddedUp() throws IOException {
        List<byte[]> objects = new ArrayList<>(all());
        Collections.shuffle(objects, random);
        List<Path> tallies = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            int from = objects.size() * part / 3;
            Path place = write("part" + part, objects.subList(from, objects.size() * (part + 1) / 3));
            Path tally = folder.resolve(part + ".tally");
            read(2, place, "--save", tally);
            tallies.add(tally);
        }
        Cli sum = Cli.run("rank", "--by-host", "--fields", FIELDS, tallies).exits(3);
        assertEquals(expected.out(), sum.out());
    }

    @Test
    @Tag("slow")
    void whenAStateTakesWhatIsWholeInTwoRuns() throws IOException {
        Path good = write("good", whole);
        Path state = folder.resolve("state");
        String once =
                Cli.run("rank", "--by-host", "--fields", FIELDS, good).exits(0).out();
        Path half = write("half", List.of());
        List<Path> files;
        try (Stream<Path> listed = Files.list(good)) {
            files = listed.toList();
        }
        for (Path file : files.subList(0, files.size() / 2)) {
            Files.copy(file, half.resolve(file.getFileName()));
        }
        Cli.run("rank", "--by-host", "--fields", FIELDS, "--state", state, half).exits(0);
        assertEquals(
                once,
                Cli.run("rank", "--by-host", "--fields", FIELDS, "--state", state, good)
                        .exits(0)
                        .out());
    }

    @Test
    @Tag("slow")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void inASmallHeap() throws Exception {
        Path good = folder.resolve("one");
        Program.Ended run =
                inChild("-Xmx96m", "rank", "--by-host", "--fields", FIELDS, "--threads", "2", good.toString());
        assertEquals(3, run.code(), run.err());
        assertEquals(expected.out(), run.out());
    }

    /** Thirty objects that are fetched whole fill a small heap many times over. */
    @Test
    @Tag("slow")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void neverWaitsWhereMemoryIsTooShort() throws Exception {
        Path many = Files.createDirectories(folder.resolve("many"));
        byte[] row = "2017-02-12\t16:00:00\tGET\t/a\t200\n".getBytes(UTF_8);
        for (int object = 0; object < 30; object++) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(many.resolve("log" + object)))) {
                out.write("#Fields: date time cs-method cs-uri-stem sc-status\n".getBytes(UTF_8));
                for (int bytes = 0; bytes < 6_400_000; bytes += row.length) {
                    out.write(row);
                }
            }
        }
        for (String inflight : List.of("", "4M", "34M")) {
            List<String> words = new ArrayList<>(List.of("-Xmx68m", "rank", "--threads", "1", many.toString()));
            if (!inflight.isEmpty()) {
                words.addAll(List.of("--max-inflight", inflight));
            }
            Program.Ended run = inChild(words.toArray(String[]::new));
            assertTrue(List.of(0, 1, 3).contains(run.code()), run.err());
            assertTrue(run.code() != 0 || run.out().contains(",6193560,"), run.out());
            assertTrue(run.code() == 0 || !run.err().isBlank());
            assertFalse(run.err().contains("bug in pathrank"), run.err());
        }
    }

    private Program.Ended inChild(String heap, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.pathrank.Main"));
        command.addAll(List.of(words));
        return Program.of(command).run();
    }

    private Program.Ended inChild(String[] words) throws Exception {
        return inChild(words[0], Arrays.copyOfRange(words, 1, words.length));
    }
}
