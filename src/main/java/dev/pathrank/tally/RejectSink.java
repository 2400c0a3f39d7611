package dev.pathrank.tally;

import dev.pathrank.log.RejectReason;
import java.io.IOException;
import java.util.Set;

/** What wants to see rejected rows besides their being counted. */
@FunctionalInterface
public interface RejectSink {
    /** Wants none. */
    RejectSink NONE = (reason, line, bytes, from, to, personal) -> {};

    /**
     * A rejected row.
     *
     * @param line 1-based number of the line in the unzipped object
     * @param bytes holds the row's text from {@code from} to {@code to} for the time of the call
     * @param personal numbers of the cells, from 0, whose columns may tell of a person
     */
    void reject(RejectReason reason, long line, byte[] bytes, int from, int to, Set<Integer> personal)
            throws IOException;
}
