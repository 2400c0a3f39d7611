package dev.pathrank.source.unzip;

import dev.pathrank.samples.BenchText;
import dev.pathrank.samples.RowBenchmark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Benchmark of decompressing a row. */
public class InflateBenchmark extends RowBenchmark {
    private final byte[] buffer = new byte[256 << 10];
    private final Unzipper unzipper = new Unzipper();
    private byte[] packed;

    @Setup
    public void pack() throws Exception {
        packed = BenchText.packed();
    }

    @Benchmark
    public long inflate() throws IOException {
        long bytes = 0;
        try (InputStream text = unzipper.open(new ByteArrayInputStream(packed))) {
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                bytes += read;
            }
        }
        return bytes;
    }
}
