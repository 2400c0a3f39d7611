package dev.pathrank.tally;

import dev.pathrank.log.RejectReason;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.util.Set;

/** A receiver of rejected rows, which are counted in any case. */
@FunctionalInterface
public interface RejectSink {
    /** Ignores all rows. */
    RejectSink NONE = (reason, line, row, personal) -> {};

    /**
     * Receives a rejected row.
     *
     * @param line 1-based number of the line in the unzipped object
     * @param row the row's bytes, which are valid during the call only
     * @param personal numbers of the cells, from 0, whose columns may identify a person
     */
    void reject(RejectReason reason, long line, ByteSlice row, Set<Integer> personal) throws IOException;
}
