package dev.pathrank.log.text;

import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.FormatSniffer;
import dev.pathrank.log.Header;
import dev.pathrank.log.Lines;
import dev.pathrank.log.LogFormat;
import dev.pathrank.log.LogInput;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.LogType;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.ReadCounts;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.RowHandler;
import dev.pathrank.log.RowParser;
import dev.pathrank.log.Sampling;
import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Logs with one row on each line: legacy ({@code #Version:}, {@code #Fields:}, tabs), v2 in {@code w3c}
 * ({@code #Fields:} alone, any delimiter), {@code plain} and {@code raw}, and real-time logs, which do not name their
 * columns. Each {@code #Fields:} line holds for the rows up to the next one. Sections with the columns of RTMP or
 * connection logs are skipped, so a concatenation of objects counts the same as the objects alone.
 */
public final class TextLogFormat implements LogFormat {
    private static final byte COMMENT = '#';
    private static final byte[] VERSION = Bytes.ascii("#Version:");

    /** Bytes of rows that may wait for one that shows the delimiter. */
    private static final int MOST_WAITING = 1 << 20;

    /** Rows of an object without header that may fit no known layout before one that does: what scanners sent. */
    private static final int MOST_UNKNOWN = 100;

    private final @Nullable FieldLayout given;
    private final @Nullable String givenDelimiter;
    private final Sampling sampling;
    private final DelimiterGuess guess;
    private final FieldRanges fields = new FieldRanges();
    private final RowParser parser = new RowParser(fields);

    private @Nullable Header header;
    /** The last header of this reader: the objects of a run usually have the same. */
    private @Nullable Header lastParsed;

    private OriginEvidence evidence = OriginEvidence.NONE;
    private @Nullable String section;
    private boolean requestsNamed;
    private @Nullable String passedOver;
    private LogType type = LogType.LEGACY;
    private boolean versionSeen;
    private boolean delimiterKnown;
    private String delimiter = FieldRanges.TAB;
    private boolean weighs;

    /** Why the object is no log, if none of its rows fits a known layout; null where one did or none was seen. */
    private @Nullable String unknown;

    /** Rows that do not show the delimiter or the layout, and that stand before the first one that does. */
    private final List<WaitingRow> waiting = new ArrayList<>();

    private int waitingBytes;
    private @Nullable String lastFound;

    private record WaitingRow(ByteSlice text, long number) {}

    /** Makes a reader of text logs. */
    public TextLogFormat(LogOptions options) {
        given = options.fields().isEmpty() ? null : FieldLayout.named(options.fields());
        givenDelimiter = options.delimiter();
        guess = new DelimiterGuess(givenDelimiter);
        sampling = new Sampling(options.samplingRate());
    }

    @Override
    public boolean recognises(FormatSniffer head) {
        return head.isText();
    }

    @Override
    public ReadOutcome read(LogInput input, RowHandler handler, ReadCounts counts) throws IOException {
        Lines lines = input.lines();
        header = null;
        section = null;
        passedOver = null;
        requestsNamed = false;
        versionSeen = false;
        waiting.clear();
        waitingBytes = 0;
        lastFound = null;
        unknown = null;
        try {
            while (lines.next()) {
                if (lines.startsWith(COMMENT)) {
                    comment(lines, handler, counts);
                    if (header != null && header.isIis()) {
                        return new ReadOutcome.NotALog("a log of Microsoft IIS, as line " + lines.number()
                                + " shows, not a CloudFront log; leave it out, or give the folder or prefix that holds"
                                + " the CloudFront logs");
                    }
                } else if (!lines.isEmpty()) {
                    content(lines, handler, counts);
                }
                if (unknown != null && (header != null || lines.cut() || waitsInVain())) {
                    return new ReadOutcome.NotALog(unknown);
                }
            }
        } catch (IOException e) {
            readWaiting(handler, counts);
            throw e;
        }
        if (unknown != null) {
            return new ReadOutcome.NotALog(unknown);
        }
        readWaiting(handler, counts);
        return passedOver != null && !requestsNamed && counts.rows() == 0
                ? new ReadOutcome.Skipped(passedOver)
                : counts.asRead();
    }

    private void content(Lines lines, RowHandler handler, ReadCounts counts) {
        if (section != null) {
            counts.addPassedOver();
            return;
        }
        Header current = header == null ? recognise(lines, counts) : header;
        if (current != null) {
            unknown = null;
            row(lines, current, handler, counts);
        } else if (!lines.brokenOff()) {
            unknown = unknown == null ? whyNoLog(lines) : unknown;
            keep(lines.line(), lines.number());
        }
    }

    /** Returns whether no more rows without known columns are waited with for one that shows them. */
    private boolean waitsInVain() {
        return waiting.size() > MOST_UNKNOWN || waitingBytes > MOST_WAITING;
    }

    private void comment(Lines lines, RowHandler handler, ReadCounts counts) throws DamagedObjectException {
        versionSeen |= lines.line().startsWith(VERSION);
        if (!Header.isFieldsLine(lines.line()) || lines.brokenOff()) {
            return;
        }
        readWaiting(handler, counts);
        if (lines.cut()) {
            throw new DamagedObjectException("the #Fields: line " + lines.number()
                    + " exceeds the maximum length of a row; the rows after it cannot be read");
        }
        Header last = lastParsed;
        Header next = last != null && last.isParsedFrom(lines.line()) ? last : Header.parse(lines.line());
        if (next.hasTooMany()) {
            throw new DamagedObjectException("the #Fields: line " + lines.number()
                    + " names more columns than any log has; the rows after it cannot be read");
        }
        lastParsed = next;
        boolean legacy = versionSeen && !next.isRealTime();
        follow(next, legacy ? LogType.LEGACY : FieldLayout.typeOf(next), FieldRanges.TAB);
        delimiterKnown = false;
        versionSeen = false;
        requestsNamed |= section == null;
        if (next.isCloudFront()) {
            counts.named();
        }
    }

    private void follow(Header next, LogType nextType, String between) {
        header = next;
        evidence = next.evidence();
        delimiter = between;
        fields.follow(next, between);
        type = nextType;
        parser.logType(type);
        parser.setCalls(1);
        weighs = type == LogType.REAL_TIME;
        section = next.notRequests().orElse(null);
        if (section != null) {
            passedOver = section;
        }
    }

    /** Finds the columns of an object that begins with a row: those that the user named, or a known layout. */
    private @Nullable Header recognise(Lines lines, ReadCounts counts) {
        ByteSlice row = lines.line();
        if (given != null && fits(row, given.header())) {
            follow(given.header(), given.type(), FieldRanges.TAB);
            delimiterKnown = false;
            return given.header();
        }
        Optional<DelimiterGuess.FittingLayout> known = guess.layout(row, FieldLayout.KNOWN);
        known.ifPresent(fitting -> counts.recognised(fitting.layout().name()));
        FieldLayout layout = known.map(DelimiterGuess.FittingLayout::layout).orElse(given);
        if (layout == null) {
            return null;
        }
        follow(
                layout.header(),
                layout.type(),
                known.map(DelimiterGuess.FittingLayout::delimiter).orElse(FieldRanges.TAB));
        delimiterKnown = known.isPresent();
        return layout.header();
    }

    private boolean fits(ByteSlice row, Header columns) {
        return guess.of(row, columns)
                .filter(between -> guess.fits(row, columns, between))
                .isPresent();
    }

    private void row(Lines lines, Header current, RowHandler handler, ReadCounts counts) {
        ByteSlice line = lines.line();
        if (lines.cut()) {
            readWaiting(handler, counts);
            add(counts);
            reject(RejectReason.CUT, line, lines.number(), current, handler);
            return;
        }
        if (!delimiterKnown) {
            Optional<String> found = guess.of(line, current);
            if (found.isEmpty()) {
                await(line, lines.number(), handler, counts);
                return;
            }
            delimiterKnown = true;
            lastFound = found.get();
            splitBy(lastFound, current);
        }
        readWaiting(handler, counts);
        parse(fields.split(lines), line, lines.number(), current, handler, counts);
    }

    private void add(ReadCounts counts) {
        counts.addRow();
        counts.decidedBy(evidence);
    }

    private void parse(
            boolean whole, ByteSlice line, long number, Header current, RowHandler handler, ReadCounts counts) {
        add(counts);
        if (delimiter.equals(givenDelimiter)) {
            counts.usedDelimiter();
        }
        if (!whole) {
            counts.addOdd();
        }
        if (parser.parse()) {
            if (weighs) {
                parser.setCalls(sampling.calls(line));
            }
            handler.row(parser.row(), number);
        } else {
            reject(parser.reason(), line, number, current, handler);
        }
    }

    private void splitBy(String between, Header current) {
        if (!between.equals(delimiter)) {
            delimiter = between;
            fields.follow(current, between);
        }
    }

    private void await(ByteSlice line, long number, RowHandler handler, ReadCounts counts) {
        keep(line, number);
        if (waitingBytes > MOST_WAITING) {
            readWaiting(handler, counts);
        }
    }

    private void keep(ByteSlice line, long number) {
        waiting.add(new WaitingRow(ByteSlice.of(line.toByteArray()), number));
        waitingBytes += line.length();
    }

    /**
     * Reads the rows that wait. If none showed the delimiter, it is the user's, that of the section before, or the one
     * between the names of the columns.
     */
    private void readWaiting(RowHandler handler, ReadCounts counts) {
        Header current = header;
        if (waiting.isEmpty() || current == null) {
            return;
        }
        if (!delimiterKnown) {
            splitBy(likelyDelimiter(current), current);
        }
        for (WaitingRow row : waiting) {
            parse(fields.split(row.text()), row.text(), row.number(), current, handler, counts);
        }
        waiting.clear();
        waitingBytes = 0;
    }

    private String likelyDelimiter(Header current) {
        String before = givenDelimiter == null ? lastFound : givenDelimiter;
        return before == null ? current.separator().orElse(FieldRanges.TAB) : before;
    }

    private void reject(RejectReason reason, ByteSlice line, long number, Header current, RowHandler handler) {
        Set<Integer> personal = current.personalColumns();
        if (delimiter.equals(FieldRanges.TAB)) {
            handler.rejected(reason, number, line, personal);
            return;
        }
        // The numbers of the personal columns refer to tab-separated values.
        String withTabs = delimiter.equals(FieldRanges.SPACES)
                ? line.toString().replaceAll(" +", FieldRanges.TAB)
                : line.toString().replace(delimiter, FieldRanges.TAB);
        handler.rejected(reason, number, ByteSlice.of(withTabs.getBytes(StandardCharsets.ISO_8859_1)), personal);
    }

    private static String whyNoLog(Lines lines) {
        String begins = "line " + lines.number()
                + FormatSniffer.firstWord(lines.line())
                        .map(word -> " begins with \"" + word + "\"")
                        .orElse("");
        return "no #Fields: line before the first row (" + begins
                + "), and it fits no known layout; if these are log rows, name their columns with"
                + " --fields \"date time …\"";
    }
}
