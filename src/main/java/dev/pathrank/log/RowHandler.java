package dev.pathrank.log;

import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.util.Set;

/** A receiver of the rows of log objects, in their order in the object. Called by one thread at a time. */
public interface RowHandler {
    /**
     * Receives a row that was parsed.
     *
     * @param row reused for the next row
     * @param line 1-based number of the line in the unzipped object
     */
    void row(Row row, long line);

    /**
     * Receives a row that could not be parsed.
     *
     * @param line 1-based number of the line in the unzipped object
     * @param text the row without its line end; reused for the next row
     * @param personal 0-based numbers of the tab-separated fields that may hold personal data
     */
    void rejected(RejectReason reason, long line, ByteSlice text, Set<Integer> personal);

    /**
     * Called before an object takes so much memory that not all threads could have as much at once; may wait until
     * another thread has given back its own.
     */
    default void needsMuchMemory() throws IOException {}
}
