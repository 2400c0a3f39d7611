package dev.pathrank.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pathrank.source.Gzip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchLogsTest {
    private static final long ROWS = 24_000;

    @TempDir
    private Path folder;

    @Test
    void writesTheSameBytesFromTheSameSeedWhicheverThreadIsFirst() throws Exception {
        Path first = Files.createDirectories(folder.resolve("first"));
        Path second = Files.createDirectories(folder.resolve("second"));
        assertEquals(new BenchLogs(ROWS, 3, false).write(first), new BenchLogs(ROWS, 3, false).write(second));
        for (Path file : files(first)) {
            assertEquals(-1, Files.mismatch(file, second.resolve(first.relativize(file))), file.toString());
        }
    }

    @Test
    void writesRowsOfTheSizeAndVarietyOfABusyService() throws Exception {
        BenchLogs.Size size = new BenchLogs(ROWS, 1, false).write(folder);
        List<String> paths = paths();
        assertEquals(120, files(folder).size());
        assertEquals(ROWS, size.rows());
        assertEquals(ROWS, paths.size());
        assertTrue(Math.abs(size.bytes() / ROWS - 405) < 15, "bytes a row: " + size.bytes() / ROWS);
        double distinct = (double) new HashSet<>(paths).size() / ROWS;
        assertTrue(distinct > 0.3 && distinct < 0.5, "distinct paths a row: " + distinct);
    }

    @Test
    void makesEveryJunkPathAnotherOne() throws Exception {
        BenchLogs.Size size = new BenchLogs(ROWS, 1, true).write(folder);
        assertEquals(ROWS + ROWS / 20, size.rows());
        Set<String> distinct = new HashSet<>(paths());
        assertTrue(distinct.size() >= ROWS, "distinct paths: " + distinct.size());
    }

    private List<String> paths() throws IOException {
        return files(folder).stream()
                .flatMap(BenchLogsTest::lines)
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1)[7])
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Gzip.text(file).lines();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
