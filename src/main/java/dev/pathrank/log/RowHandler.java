package dev.pathrank.log;

import java.util.Set;

/** What takes the rows of one log object, in the order in which they stand there. Called by one thread at a time. */
public interface RowHandler {
    /**
     * A parsed row. {@code row} is reused for the next one.
     *
     * @param line 1-based number of the line in the unzipped object
     */
    void row(Row row, long line);

    /**
     * A row that could not be used.
     *
     * @param line 1-based number of the line in the unzipped object
     * @param bytes buffer that holds the row's text from {@code from} to {@code to}, without its line end; reused
     *     afterwards
     * @param personal numbers of the cells, from 0, whose columns may tell of a person
     */
    void rejected(RejectReason reason, long line, byte[] bytes, int from, int to, Set<Integer> personal);
}
