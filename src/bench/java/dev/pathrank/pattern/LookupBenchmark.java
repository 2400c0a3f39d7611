package dev.pathrank.pattern;

import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.Row;
import dev.pathrank.log.RowHandler;
import dev.pathrank.log.reader.LogReader;
import dev.pathrank.pattern.tree.Leaf;
import dev.pathrank.pattern.tree.Node;
import dev.pathrank.pattern.tree.PathTree;
import dev.pathrank.pattern.tree.TreeLimits;
import dev.pathrank.samples.BenchText;
import dev.pathrank.samples.RowBenchmark;
import dev.pathrank.text.ByteSlice;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Benchmark of the lookup of a request's leaf in the path tree. */
public class LookupBenchmark extends RowBenchmark {
    private static final ByteSlice HOST = ByteSlice.of("www.example.com");
    private static final ByteSlice GET = ByteSlice.of("GET");

    private final List<ByteSlice> paths = new ArrayList<>(BenchText.ROWS);
    private final PathTree<Calls> tree = new PathTree<>(new TreeLimits(96L << 20, 24, 0), Calls::new);

    @Setup
    public void read() throws Exception {
        new LogReader(LogOptions.DEFAULT).read(new ByteArrayInputStream(BenchText.text()), new RowHandler() {
            @Override
            public void row(Row row, long line) {
                paths.add(ByteSlice.of(row.path().toByteArray()));
            }

            @Override
            public void rejected(RejectReason reason, long line, ByteSlice text, Set<Integer> personal) {
                throw new IllegalStateException("row " + line + ": " + reason);
            }
        });
    }

    @Benchmark
    public long lookUp() {
        Node<Calls> host = tree.host(HOST);
        long calls = 0;
        for (ByteSlice path : paths) {
            Calls leaf = tree.leaf(host, path, GET);
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
        public long rows() {
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
