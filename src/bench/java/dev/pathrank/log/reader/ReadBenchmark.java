package dev.pathrank.log.reader;

import dev.pathrank.log.Lines;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.Row;
import dev.pathrank.log.RowHandler;
import dev.pathrank.samples.BenchText;
import dev.pathrank.samples.RowBenchmark;
import dev.pathrank.text.ByteSlice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Benchmark of finding the lines and cells of a row and reading all its values. */
public class ReadBenchmark extends RowBenchmark {
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

    /** Reads a value of each row. */
    private static final class Sum implements RowHandler {
        private long status;

        @Override
        public void row(Row row, long line) {
            status += row.status();
        }

        @Override
        public void rejected(RejectReason reason, long line, ByteSlice text, Set<Integer> personal) {
            throw new IllegalStateException("row " + line + ": " + reason);
        }
    }
}
