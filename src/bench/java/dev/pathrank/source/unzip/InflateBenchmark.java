package dev.pathrank.source.unzip;

import dev.pathrank.samples.BenchText;
import dev.pathrank.samples.RowBenchmark;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Benchmark of decompressing a row, by each decoder. */
public class InflateBenchmark extends RowBenchmark {
    /** Which decoder; without libdeflate, or before Java 22, {@code library} is pathrank's own. */
    @Param({"jdk", "own", "library"})
    public String decoder;

    private final byte[] buffer = new byte[256 << 10];
    private byte[] packed;
    private Unzipper unzipper;

    @Setup
    public void pack() throws Exception {
        packed = BenchText.packed();
        unzipper = new Unzipper(decoder.equals("jdk") ? Long.MAX_VALUE : 0);
    }

    @Benchmark
    public long inflate() throws IOException {
        long bytes = 0;
        try (InputStream text = open(new ByteArrayInputStream(packed))) {
            for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                bytes += read;
            }
        }
        return bytes;
    }

    private InputStream open(InputStream stored) throws IOException {
        return decoder.equals("library")
                ? unzipper.openWhole(stored, packed.length)
                : unzipper.open(stored, packed.length);
    }
}
