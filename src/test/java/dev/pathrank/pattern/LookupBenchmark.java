package dev.pathrank.pattern;

import dev.pathrank.log.LogOptions;
import dev.pathrank.log.LogReader;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.Row;
import dev.pathrank.log.RowHandler;
import dev.pathrank.samples.BenchText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/** Finding the leaf of a request in the tree of paths. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BenchText.ROWS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LookupBenchmark {
    private static final byte[] HOST = "www.example.com".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GET = "GET".getBytes(StandardCharsets.US_ASCII);

    private final List<byte[]> paths = new ArrayList<>(BenchText.ROWS);
    private final PathTree<Calls> tree = new PathTree<>(new TreeLimits(96L << 20, 24, 0), Calls::new);

    @Setup
    public void read() throws Exception {
        new LogReader(LogOptions.DEFAULT).read(new ByteArrayInputStream(BenchText.text()), new RowHandler() {
            @Override
            public void row(Row row, long line) {
                paths.add(Arrays.copyOfRange(row.pathBytes(), row.pathFrom(), row.pathTo()));
            }

            @Override
            public void rejected(
                    RejectReason reason, long line, byte[] bytes, int from, int to, Set<Integer> personal) {
                throw new IllegalStateException("row " + line + ": " + reason);
            }
        });
    }

    @Benchmark
    public long lookUp() {
        Node<Calls> host = tree.host(HOST, 0, HOST.length);
        long calls = 0;
        for (byte[] path : paths) {
            Calls leaf = tree.path(host, path, 0, path.length, GET, 0, GET.length);
            leaf.calls++;
            tree.counted(leaf);
            calls += leaf.calls;
        }
        return calls;
    }

    /** Counts, and nothing else. */
    private static final class Calls implements Leaf<Calls> {
        private long calls;

        @Override
        public long calls() {
            return calls;
        }

        @Override
        public long notFound() {
            return 0;
        }

        @Override
        public void absorb(Calls other) {
            calls += other.calls;
        }
    }
}
