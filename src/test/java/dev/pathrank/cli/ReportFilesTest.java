package dev.pathrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathrank.Program;
import dev.pathrank.samples.WideService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code report}: how large they are, and that they are the same on every Java and number of threads. */
class ReportFilesTest {
    private static final Path JAVAS = Path.of("/usr/lib/jvm");

    @TempDir
    private Path folder;

    @Test
    void aPageOfAHundredEndpointsStaysSmall() throws IOException {
        assertSmall(100, 1_000_000);
    }

    @Test
    @Tag("slow")
    void aPageOfAThousandEndpointsStaysSmall() throws IOException {
        assertSmall(1000, 3_000_000);
    }

    private void assertSmall(int endpoints, long most) throws IOException {
        Path log = folder.resolve("wide.gz");
        WideService.write(log, endpoints);
        Path page = folder.resolve("report.html");

        Cli.run("report", log, "--start", "2026-12-07", "-o", page).exits(0);

        assertTrue(Files.size(page) < most, Files.size(page) + " bytes");
        String rows = Files.readString(page);
        assertEquals(endpoints + 1, rows.split("<tbody data-k=", -1).length - 1, "a row for each, and one for the job");
    }

    @Test
    @Tag("slow")
    @Tag("foreign")
    void everyJavaAndEveryNumberOfThreadsGiveTheSameBytes() throws Exception {
        List<Path> javas = javas();
        assumeTrue(javas.size() > 1, "left out: " + JAVAS + " has one version of Java");
        Map<String, Map<String, Long>> seen = new HashMap<>();
        for (Path java : javas) {
            for (String threads : List.of("1", "2")) {
                for (String ending : List.of("html", "xlsx")) {
                    Path file = folder.resolve("report." + ending);
                    run(
                            java,
                            "report",
                            "sample-logs",
                            "--at",
                            "2017-02-15",
                            "--threads",
                            threads,
                            "-o",
                            file.toString());
                    Map<String, Long> parts =
                            ending.equals("html") ? Map.of("page", crc(Files.readAllBytes(file))) : parts(file);
                    assertEquals(seen.computeIfAbsent(ending, key -> parts), parts, java + ", threads: " + threads);
                }
            }
        }
    }

    /** One Java of each version that is installed. */
    private static List<Path> javas() throws IOException {
        if (!Files.isDirectory(JAVAS)) {
            return List.of();
        }
        Map<String, Path> byVersion = new TreeMap<>();
        try (Stream<Path> homes = Files.list(JAVAS)) {
            for (Path home : homes.sorted().toList()) {
                Path java = home.resolve("bin/java");
                Path release = home.resolve("release");
                if (Files.isExecutable(java) && Files.exists(release)) {
                    Files.readAllLines(release).stream()
                            .filter(line -> line.startsWith("JAVA_VERSION="))
                            .forEach(line -> byVersion.put(line, java));
                }
            }
        }
        return List.copyOf(byVersion.values());
    }

    private static void run(Path java, String... words) throws IOException, InterruptedException {
        Program.of(Stream.concat(
                                Stream.of(
                                        java.toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "dev.pathrank.Main"),
                                Stream.of(words))
                        .toList())
                .run()
                .printed();
    }

    private static Map<String, Long> parts(Path workbook) throws IOException {
        Map<String, Long> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                parts.put(entry.getName(), crc(zip.getInputStream(entry).readAllBytes()));
            }
        }
        return parts;
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
