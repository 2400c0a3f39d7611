package dev.pathrank.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads log objects, one after another, each kind by its own {@link LogKind}. Keeps its buffers from object to object;
 * one thread at a time.
 */
public final class LogReader {
    /** Bytes of the longest row that is read; a longer one is rejected as cut. CloudFront's own are below 64 KB. */
    public static final int LONGEST_ROW = 1 << 20;

    // Large enough that the memory moved for a row across its edge does not show, small enough to stay in the
    // processor's cache.
    private static final int BUFFER_SIZE = 256 * 1024;

    private final Lines lines;
    private final List<LogKind> kinds;
    private final ReadCounts counts = new ReadCounts();

    /** A reader of every kind of log. */
    public LogReader(LogOptions options) {
        this(options, BUFFER_SIZE, LONGEST_ROW);
    }

    /**
     * @param bufferSize bytes the buffer begins with
     * @param longestRow bytes of the longest row that is read
     */
    LogReader(LogOptions options, int bufferSize, int longestRow) {
        lines = new Lines(bufferSize, longestRow);
        // The first that recognises an object reads it: the picky kinds stand before the ones that take any text.
        kinds = List.of(new JsonKind(options), new TextKind(options));
    }

    /**
     * Reads one object. The stream is read to its end unless the object turns out to be no log; closing it is up to the
     * caller.
     *
     * @param unzipped the object's bytes, unzipped
     * @param handler takes the rows; what it throws ends the reading
     * @throws IOException what broke the stream. Every complete row before it was handed out; a row that {@link
     *     dev.pathrank.source.DamagedObjectException damage} cut in two was rejected as {@link RejectReason#CUT}.
     *     {@link #rows()}, {@link #oddRows()} and {@link #evidence()} tell how far it got.
     */
    public ReadOutcome read(InputStream unzipped, RowHandler handler) throws IOException {
        counts.reset();
        lines.open(unzipped);
        try {
            Head head = lines.head();
            if (head.isEmpty()) {
                return counts.asRead();
            }
            for (LogKind kind : kinds) {
                if (kind.begins(head)) {
                    return kind.read(lines, handler, counts);
                }
            }
            return new ReadOutcome.NotALog(head.describeBinary());
        } finally {
            lines.release();
        }
    }

    /** Rows of the last object, handed out and rejected, also after an exception. */
    public long rows() {
        return counts.rows();
    }

    /** Rows of the last object that were longer or shorter than their header, also after an exception. */
    public long oddRows() {
        return counts.odd();
    }

    /**
     * Lines of the last object that are no rows because they stand under a header of another kind of log (RTMP,
     * connections), in a concatenation with request logs or alone. They are in no other count, as with objects that are
     * skipped as a whole.
     */
    public long passedOverLines() {
        return counts.passedOverLines();
    }

    /** Rows of the last object by what their header had to tell who reached the backend, also after an exception. */
    public Map<OriginEvidence, Long> rowsByEvidence() {
        return counts.rowsByEvidence();
    }

    /** The known layout by which the last object's columns were told, where nobody named them, also after an exception. */
    public Optional<String> recognisedLayout() {
        return counts.recognised();
    }

    /** The weakest of what the last object had to tell who reached the backend, also after an exception. */
    public OriginEvidence evidence() {
        return counts.evidence();
    }
}
