package dev.pathrank.log.reader;

import dev.pathrank.log.FormatSniffer;
import dev.pathrank.log.Lines;
import dev.pathrank.log.LogFormat;
import dev.pathrank.log.LogInput;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.ReadCounts;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.RowHandler;
import dev.pathrank.source.RangedBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reads log objects of any format, one after another. It finds the {@link LogFormat} of each object by its first bytes,
 * and keeps its buffers from object to object. It may be used by one thread at a time.
 */
public final class LogReader {
    /** Bytes of the longest row that is read; a longer one is rejected as cut. CloudFront's own are below 64 KB. */
    public static final int LONGEST_ROW = 1 << 20;

    /** Bytes of an object that {@link #readsRanges} needs. */
    public static final int BEGIN_LENGTH = 4;

    // Large enough that the copy of a row that crosses the end does not matter, small enough for the processor's cache.
    private static final int BUFFER_SIZE = 256 * 1024;

    private static final List<LogFormat> ANY_OPTIONS = LogFormats.create(LogOptions.DEFAULT);

    private final Lines lines;
    private final List<LogFormat> formats;
    private final ReadCounts counts = new ReadCounts();

    /** Makes a reader of every format. */
    public LogReader(LogOptions options) {
        this(options, BUFFER_SIZE, LONGEST_ROW);
    }

    /**
     * Makes a reader with another buffer size and row limit than the usual ones.
     *
     * @param bufferSize bytes the buffer begins with
     * @param longestRow bytes of the longest row that is read
     */
    LogReader(LogOptions options, int bufferSize, int longestRow) {
        this(LogFormats.create(options), bufferSize, longestRow);
    }

    /** Creates a reader of the given formats; the first format that recognises an object reads it. */
    LogReader(List<LogFormat> formats, int bufferSize, int longestRow) {
        this.lines = new Lines(bufferSize, longestRow);
        this.formats = List.copyOf(formats);
    }

    /**
     * Returns whether an object should be read in {@linkplain #read(byte[], RangedBytes, RowHandler) ranges} where that
     * is possible, because its format needs only parts of it.
     *
     * @param begin the first {@link #BEGIN_LENGTH} stored bytes, or all if there are fewer
     */
    public static boolean readsRanges(byte[] begin) {
        return formatOf(new FormatSniffer(begin), ANY_OPTIONS)
                .filter(LogFormat::readsRanges)
                .isPresent();
    }

    /**
     * Reads one object from a stream. The stream is read to its end unless the object turns out to be no log, and is
     * not closed.
     *
     * @param unzipped the object's bytes, unzipped
     * @param handler receives the rows; an exception that it throws ends the reading
     * @throws IOException the fault of the stream. Every complete row before it was handed out; a row that
     *     {@linkplain dev.pathrank.source.DamagedObjectException damage} cut in two was rejected as
     *     {@link RejectReason#CUT}. {@link #rows()}, {@link #oddRows()} and {@link #evidence()} return the counts so
     *     far.
     */
    public ReadOutcome read(InputStream unzipped, RowHandler handler) throws IOException {
        counts.reset();
        lines.open(unzipped);
        try {
            FormatSniffer head = lines.head();
            return head.isEmpty() ? counts.asRead() : read(head, new LogInput(lines, null), handler);
        } finally {
            lines.release();
        }
    }

    /**
     * Reads one object in ranges and fetches only those that its format needs.
     *
     * @param begin the object's first bytes, for which {@link #readsRanges} is true
     * @throws IOException as {@link #read(InputStream, RowHandler)}
     */
    public ReadOutcome read(byte[] begin, RangedBytes ranges, RowHandler handler) throws IOException {
        counts.reset();
        lines.open(InputStream.nullInputStream());
        return read(new FormatSniffer(begin), new LogInput(lines, ranges), handler);
    }

    private ReadOutcome read(FormatSniffer head, LogInput input, RowHandler handler) throws IOException {
        Optional<ReadOutcome> foreign = ForeignFormat.of(head);
        if (foreign.isPresent()) {
            return foreign.get();
        }
        Optional<LogFormat> format = formatOf(head, formats);
        return format.isPresent()
                ? format.get().read(input, handler, counts)
                : new ReadOutcome.NotALog(head.describeBinary());
    }

    private static Optional<LogFormat> formatOf(FormatSniffer head, List<LogFormat> formats) {
        return head.isEmpty()
                ? Optional.empty()
                : formats.stream().filter(format -> format.recognises(head)).findFirst();
    }

    /** Returns the rows of the last object, handed out and rejected, also after an exception. */
    public long rows() {
        return counts.rows();
    }

    /** Returns the rows of the last object with more or fewer columns than their header, also after an exception. */
    public long oddRows() {
        return counts.odd();
    }

    /**
     * Returns the number of lines of the last object that belong to a log type without requests (RTMP, connections):
     * the lines below a header of such a type, whether the object also holds request logs or not. No other count
     * includes them.
     */
    public long passedOverLines() {
        return counts.passedOverLines();
    }

    /**
     * Returns the known layout by which the last object was read, if neither it nor the user named its columns, also
     * after an exception.
     */
    public Optional<String> recognisedLayout() {
        return counts.recognised();
    }

    /** Returns whether a header, keys or a known layout named the last object as CloudFront's. */
    public boolean isNamed() {
        return counts.isNamed();
    }

    /** Returns whether rows of the last object were split by the user's delimiter, also after an exception. */
    public boolean usedDelimiter() {
        return counts.hasUsedDelimiter();
    }

    /**
     * Returns the fields by which the rows of the last object were recognised as origin calls. If its rows differ, the
     * answer is the least certain evidence of any row. It is also known after an exception.
     */
    public OriginEvidence evidence() {
        return counts.evidence();
    }
}
