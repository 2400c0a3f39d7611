package dev.pathrank.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The rows that benchmarks read: a small fixed sample of {@link BenchLogs}, all objects concatenated. */
public final class BenchText {
    /** Rows in all. */
    public static final int ROWS = 60_000;

    private static final long SEED = 1;

    private BenchText() {}

    /** As a gzip of many members. */
    public static byte[] packed() throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("bench-text");
        new BenchLogs(ROWS, SEED, false).write(folder);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<Path> files;
        try (Stream<Path> written = Files.list(folder)) {
            files = written.sorted().toList();
        }
        for (Path file : files) {
            all.write(Files.readAllBytes(file));
            Files.delete(file);
        }
        Files.delete(folder);
        return all.toByteArray();
    }

    /** As text. */
    public static byte[] text() throws IOException, InterruptedException, ExecutionException {
        return new GZIPInputStream(new ByteArrayInputStream(packed())).readAllBytes();
    }
}
