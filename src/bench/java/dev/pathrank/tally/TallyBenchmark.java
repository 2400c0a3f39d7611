package dev.pathrank.tally;

import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.log.reader.LogReader;
import dev.pathrank.pattern.FoldingRules;
import dev.pathrank.samples.BenchText;
import dev.pathrank.samples.RowBenchmark;
import dev.pathrank.tally.memory.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Benchmark of adding rows to a tally, including reading, because a row is only a view of the reader's buffer
 * ({@code ReadBenchmark.rows} measures that part), and of merging two tallies, per row of the smaller one.
 */
public class TallyBenchmark extends RowBenchmark {
    private static final TallyOptions OPTIONS =
            new TallyOptions(FoldingRules.NONE, Limits.DEFAULT, Path.of(System.getProperty("java.io.tmpdir")), false);

    private byte[] text;
    private Tally growing;
    private Tally one;
    private Tally other;

    @Setup
    public void write() throws Exception {
        text = BenchText.text();
        growing = new Tally(OPTIONS);
    }

    @Setup(Level.Invocation)
    public void count() throws IOException {
        one = new Tally(OPTIONS);
        other = new Tally(OPTIONS);
        readInto(one);
        readInto(other);
    }

    @TearDown(Level.Invocation)
    public void close() {
        one.close();
        other.close();
    }

    @Benchmark
    public long add() throws IOException {
        readInto(growing);
        return growing.rows();
    }

    @Benchmark
    public long merge() throws IOException {
        one.merge(other);
        return one.rows();
    }

    private void readInto(Tally tally) throws IOException {
        RowCollector collector = new RowCollector(
                new RowFilter(FilterOptions.NONE),
                tally,
                new RowCounts(),
                new SeenRows(),
                (reason, line, row, personal) -> {
                    throw new IllegalStateException("row " + line + ": " + reason);
                });
        new LogReader(LogOptions.DEFAULT).read(new ByteArrayInputStream(text), collector);
    }
}
