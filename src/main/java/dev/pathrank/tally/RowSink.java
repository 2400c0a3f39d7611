package dev.pathrank.tally;

import dev.pathrank.log.Row;
import java.io.IOException;

/** A receiver of counted rows. */
public interface RowSink {
    /**
     * Counts one row.
     *
     * @throws IOException if a temporary file cannot be written
     */
    void add(Row row) throws IOException;
}
