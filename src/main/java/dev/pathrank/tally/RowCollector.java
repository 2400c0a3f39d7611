package dev.pathrank.tally;

import dev.pathrank.io.IoRunnable;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.Row;
import dev.pathrank.log.RowFilter;
import dev.pathrank.log.RowHandler;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * The way of rows from a log object through the filter into a tally; every row is accounted for.
 *
 * <p>A spilled count or a rejected row that cannot be written is an {@link UncheckedIOException}: the log is not at
 * fault.
 */
public final class RowCollector implements RowHandler {
    private final RowFilter filter;
    private final RowSink tally;
    private final RowCounts counts;
    private final SeenRows seen;
    private final RejectSink rejects;
    private final boolean looksAtOrigin;
    private final IoRunnable beforeMuchMemory;
    private boolean insideRow;

    /** @param seen takes what is known of rows before filters */
    public RowCollector(RowFilter filter, RowSink tally, RowCounts counts, SeenRows seen, RejectSink rejects) {
        this(filter, tally, counts, seen, rejects, () -> {});
    }

    /**
     * @param seen takes what is known of rows before filters
     * @param beforeMuchMemory see {@link RowHandler#needsMuchMemory}
     */
    public RowCollector(
            RowFilter filter,
            RowSink tally,
            RowCounts counts,
            SeenRows seen,
            RejectSink rejects,
            IoRunnable beforeMuchMemory) {
        this.filter = filter;
        this.looksAtOrigin = filter.looksAtOrigin();
        this.tally = tally;
        this.counts = counts;
        this.seen = seen;
        this.rejects = rejects;
        this.beforeMuchMemory = beforeMuchMemory;
    }

    @Override
    public void row(Row row, long line) {
        seen.add(row);
        if (!filter.accepts(row)) {
            counts.filter();
            if (counts.counted() == 0) {
                seen.addFiltered(row); // named only where nothing counts
            }
            return;
        }
        insideRow = true;
        try {
            tally.add(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        counts.count(row.logType(), row.evidence());
        seen.addCounted(row);
        if (looksAtOrigin) {
            seen.addRoute(row);
        }
        insideRow = false;
    }

    @Override
    public void needsMuchMemory() throws IOException {
        beforeMuchMemory.run();
    }

    /** Returns whether adding a row has begun and not ended, so that the tally may hold a part of it. */
    public boolean isInsideRow() {
        return insideRow;
    }

    @Override
    public void rejected(RejectReason reason, long line, ByteSlice text, Set<Integer> personal) {
        counts.reject(reason);
        try {
            rejects.reject(reason, line, text, personal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
