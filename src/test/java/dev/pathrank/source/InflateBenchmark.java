package dev.pathrank.source;

import dev.pathrank.samples.BenchText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Unzipping a row, by each of the decoders. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BenchText.ROWS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class InflateBenchmark {
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
