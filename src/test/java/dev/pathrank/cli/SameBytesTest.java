package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the whole program: the same rows give the same bytes, for every division into objects and every engine. */
class SameBytesTest {
    private static final int ROWS = 8000;
    private static final String[] METHODS = {"GET", "GET", "GET", "POST", "HEAD", "PURGE"};
    private static final String[] FAILURES = {"404", "403", "400", "000"};
    private static final String[] RESULTS = {"Miss", "Miss", "Hit", "Error", "RefreshHit"};

    @TempDir
    Path folder;

    private final Random random = new Random(20170212);
    private final List<String> rows = new ArrayList<>();
    /** What is printed of the rows in one object, by what was asked. */
    private final Map<String, String> ofOne = new HashMap<>();

    private String report;

    @BeforeEach
    void makeRowsWithScannersJunk() throws IOException {
        for (int row = 0; row < ROWS; row++) {
            rows.add(row());
        }
        write("one", List.of(rows));
        Cli one = read("one", 1);
        // Otherwise the comparison would be trivial.
        assertTrue(one.err().contains("have too many different names"), one::toString);
        report = one.out();
    }

    @Test
    void forEveryNumberOfThreads() throws IOException {
        write("parts", parts(17));
        for (int threads : new int[] {1, 2, 8}) {
            assertSame("parts", threads);
        }
    }

    @Test
    @Tag("slow")
    void forEverySplitAndEveryName() throws IOException {
        for (int objects : new int[] {2, 5, 31}) {
            Collections.shuffle(rows, random);
            write("split" + objects, parts(objects));
            assertSame("split" + objects, 2);
        }
    }

    @Test
    void whenEachDayIsAnObject() throws IOException {
        Map<String, List<String>> days = new TreeMap<>();
        rows.forEach(row -> days.computeIfAbsent(row.substring(0, 10), day -> new ArrayList<>())
                .add(row));
        write("days", List.copyOf(days.values()));
        assertSame("days", 2);
    }

    @Test
    void andTheSameRejectedRowsForEveryNumberOfThreads() throws IOException {
        write("parts", parts(17));
        String one = rejects(1);

        assertEquals(
                rows.stream().filter(row -> row.contains("\tOOO\t")).count() + 1,
                one.lines().count());
        for (int threads : new int[] {2, 8}) {
            assertEquals(one, rejects(threads));
        }
    }

    private String rejects(int threads) throws IOException {
        Path file = folder.resolve("rejects-" + threads + ".csv");
        Cli.run("rank", folder.resolve("parts"), "--threads", threads, "--rejects", file)
                .exits(0);
        return Files.readString(file);
    }

    private void assertSame(String name, int threads) {
        assertEquals(report, read(name, threads).out(), name + " with " + threads + " threads");
        for (String order : List.of("p95", "peak")) {
            assertEquals(ofOne.computeIfAbsent(order, each -> ordered("one", 2, order)), ordered(name, threads, order));
        }
        for (List<String> pinned :
                List.of(List.of("--literal", "/user/7", "--pattern", "/tag/:tag/<word>"), List.of("--no-learn"))) {
            String expected = ofOne.computeIfAbsent(pinned.toString(), each -> patterns("one", 1, pinned));
            assertEquals(expected, patterns(name, threads, pinned), pinned::toString);
        }
    }

    private String ordered(String name, int threads, String order) {
        return Cli.run("rank", folder.resolve(name), "--by-host", "--order", order, "--threads", threads)
                .out();
    }

    private String patterns(String name, int threads, List<String> pinned) {
        return Cli.run("patterns", folder.resolve(name), "--threads", threads, pinned)
                .exits(0)
                .out();
    }

    private Cli read(String name, int threads) {
        return Cli.run("rank", folder.resolve(name), "--threads", threads).exits(0);
    }

    private List<List<String>> parts(int count) {
        List<List<String>> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            parts.add(new ArrayList<>());
        }
        rows.forEach(row -> parts.get(random.nextInt(count)).add(row));
        return parts;
    }

    /** Writes each part as an object with a random name, so that its place in the listing is random. */
    private void write(String name, List<List<String>> parts) throws IOException {
        for (List<String> part : parts) {
            TestLog log = new TestLog();
            part.forEach(log::raw);
            log.to(folder.resolve(name).resolve(Long.toHexString(random.nextLong()) + ".gz"));
        }
    }

    private String row() {
        String time = String.format(
                Locale.ROOT,
                "2017-02-%02d\t%02d:%02d:%02d",
                1 + random.nextInt(5),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(3));
        boolean junk = random.nextBoolean();
        String status = junk ? one(FAILURES) : one("200", "200", "200", "404", "503", "OOO");
        String[] lines = new String(
                        new TestLog()
                                .host(one("www.example.com", "api.example.com"))
                                .row(time, one(METHODS), junk ? junk() : path(), status)
                                .with("1045", String.valueOf(random.nextInt(100_000)))
                                .with("192.0.2.10", "192.0." + random.nextInt(4) + "." + random.nextInt(256))
                                .with("0.100", random.nextInt(20) + ".0" + random.nextInt(10))
                                .with("Miss", one(RESULTS))
                                .plain(),
                        StandardCharsets.UTF_8)
                .split("\n");
        return lines[lines.length - 1];
    }

    private String path() {
        return switch (random.nextInt(9)) {
            case 0 -> "/user/" + random.nextInt(3000);
            case 1 -> "/user/me";
            case 2 -> "/mail/" + word(5) + "@example.com";
            case 3 -> "/tag/" + word(2) + "quz/" + word(6);
            case 4 -> "/reset/" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36) + "0123456789abcdef";
            case 5 -> "/export/" + one("report-", "bill-") + new UUID(random.nextLong(), random.nextLong()) + ".csv";
            case 6 -> "/thumbs/" + Long.toHexString(random.nextLong()) + "_" + random.nextInt(9) + "x90.jpg";
            case 7 -> "/odata/" + word(2) + "(" + random.nextInt(900) + ")/Lines";
            default -> "/shop/item-" + random.nextInt(40) + "/stock";
        };
    }

    private String junk() {
        StringBuilder path = new StringBuilder();
        for (int segments = 1 + random.nextInt(4); segments > 0; segments--) {
            path.append('/').append(word(2 + random.nextInt(6)));
        }
        return path.append(one("", ".php", "/", "%253Cscript%253E")).toString();
    }

    private String word(int length) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
