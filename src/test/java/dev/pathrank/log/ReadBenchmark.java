package dev.pathrank.log;

import dev.pathrank.samples.BenchText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Finding the lines and cells of a row, and reading all that is asked of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BenchText.ROWS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadBenchmark {
    private final Lines lines = new Lines(256 << 10, LogReader.LONGEST_ROW);
    private final LogReader reader = new LogReader(LogOptions.DEFAULT);
    private final Sum sum = new Sum();
    private byte[] text;

    @Setup
    public void write() throws Exception {
        text = BenchText.text();
    }

    @Benchmark
    public long lines() throws IOException {
        lines.open(new ByteArrayInputStream(text));
        long tabs = 0;
        while (lines.next()) {
            tabs += lines.tabs();
        }
        return tabs;
    }

    @Benchmark
    public long rows() throws IOException {
        reader.read(new ByteArrayInputStream(text), sum);
        return sum.status;
    }

    /** Asks something of each row. */
    private static final class Sum implements RowHandler {
        private long status;

        @Override
        public void row(Row row, long line) {
            status += row.status();
        }

        @Override
        public void rejected(RejectReason reason, long line, byte[] bytes, int from, int to, Set<Integer> personal) {
            throw new IllegalStateException("row " + line + ": " + reason);
        }
    }
}
