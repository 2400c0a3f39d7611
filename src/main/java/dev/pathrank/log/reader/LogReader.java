package dev.pathrank.log.reader;

import dev.pathrank.log.FormatSniffer;
import dev.pathrank.log.Lines;
import dev.pathrank.log.LogFormat;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.ReadCounts;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.RowHandler;
import dev.pathrank.log.json.JsonLogFormat;
import dev.pathrank.log.parquet.ParquetLogFormat;
import dev.pathrank.log.text.TextLogFormat;
import dev.pathrank.source.RangedBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads log objects, one after another, each kind by its own {@link LogFormat}. Keeps its buffers from object to object;
 * one thread at a time.
 */
public final class LogReader {
    /** Bytes of the longest row that is read; a longer one is rejected as cut. CloudFront's own are below 64 KB. */
    public static final int LONGEST_ROW = 1 << 20;

    /** Bytes by which {@link #isParquet} tells. */
    public static final int MAGIC_LENGTH = 4;

    // Large enough that the memory moved for a row across its edge does not show, small enough to stay in the
    // processor's cache.
    private static final int BUFFER_SIZE = 256 * 1024;

    /** Parquet that comes as a stream has its footer last, so all of it must be kept until then. */
    private static final int LARGEST_PARQUET_IN_MEMORY = 64 << 20;

    private final Lines lines;
    private final List<LogFormat> kinds;
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
        kinds = List.of(new JsonLogFormat(options), new TextLogFormat(options));
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
            FormatSniffer head = lines.head();
            if (head.isEmpty()) {
                return counts.asRead();
            }
            if (head.isParquet()) {
                return parquetIn(lines, handler);
            }
            for (LogFormat kind : kinds) {
                if (kind.recognises(head)) {
                    return kind.read(lines, handler, counts);
                }
            }
            return new ReadOutcome.NotALog(head.describeBinary());
        } finally {
            lines.release();
        }
    }

    private ReadOutcome parquetIn(Lines whole, RowHandler handler) throws IOException {
        Optional<byte[]> bytes = whole.all(LARGEST_PARQUET_IN_MEMORY);
        if (bytes.isEmpty()) {
            return new ReadOutcome.NotALog("a Parquet file of more than " + (LARGEST_PARQUET_IN_MEMORY >> 20)
                    + " MB that comes as a stream; its columns can be read only where it lies, as a file or in S3,"
                    + " and not packed by gzip");
        }
        return new ParquetLogFormat().read(RangedBytes.of(bytes.get()), handler, counts);
    }

    /**
     * Reads one Parquet file where it lies, of which only the columns that are needed are fetched; otherwise as {@link
     * #read(InputStream, RowHandler)}.
     */
    public ReadOutcome read(RangedBytes parquet, RowHandler handler) throws IOException {
        counts.reset();
        return new ParquetLogFormat().read(parquet, handler, counts);
    }

    /** Whether an object that begins with these bytes had better be read by {@link #read(RangedBytes, RowHandler)}. */
    public static boolean isParquet(byte[] firstBytes) {
        return new FormatSniffer(firstBytes).isParquet();
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
