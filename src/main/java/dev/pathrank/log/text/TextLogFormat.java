package dev.pathrank.log.text;

import dev.pathrank.log.FieldNaming;
import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.FormatSniffer;
import dev.pathrank.log.Header;
import dev.pathrank.log.Lines;
import dev.pathrank.log.LogFormat;
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
import dev.pathrank.text.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Logs of one row a line: legacy ones ({@code #Version:}, {@code #Fields:}, tabs), v2 in {@code w3c} ({@code #Fields:}
 * alone, any delimiter), {@code plain} and {@code raw}, and real-time logs, which name no columns. Of {@code #Fields:}
 * lines the latest counts. Sections whose columns are those of RTMP or connection logs are passed over, so that a
 * concatenation of objects counts what the objects alone would.
 */
public final class TextLogFormat implements LogFormat {
    private static final byte COMMENT = '#';
    private static final byte[] VERSION = Bytes.ascii("#Version:");

    private final Optional<FieldLayout> given;
    private final Optional<String> givenDelimiter;
    private final Sampling sampling;
    private final boolean sampled;
    private final DelimiterGuess guess;
    private final FieldRanges cells = new FieldRanges();
    private final RowParser parser = new RowParser(cells);

    private Optional<Header> header = Optional.empty();
    private OriginEvidence evidence = OriginEvidence.NONE;
    private Optional<String> section = Optional.empty();
    private boolean requestsNamed;
    private Optional<String> passedOver = Optional.empty();
    private LogType family = LogType.LEGACY;
    private boolean versionSeen;
    private boolean delimiterKnown;
    private String delimiter = FieldRanges.TAB;
    private boolean weighs;

    public TextLogFormat(LogOptions options) {
        given = options.fields().map(FieldLayout::named);
        givenDelimiter = options.delimiter();
        guess = new DelimiterGuess(givenDelimiter);
        sampling = new Sampling(options.samplingRate());
        sampled = options.samplingRate() < 100;
    }

    @Override
    public boolean recognises(FormatSniffer head) {
        return head.isText();
    }

    @Override
    public ReadOutcome read(Lines lines, RowHandler handler, ReadCounts counts) throws IOException {
        header = Optional.empty();
        section = Optional.empty();
        passedOver = Optional.empty();
        requestsNamed = false;
        versionSeen = false;
        while (lines.next()) {
            if (lines.startsWith(COMMENT)) {
                comment(lines);
            } else if (!lines.isBlank() && !content(lines, handler, counts)) {
                return new ReadOutcome.NotALog(whyNoLog(lines));
            }
        }
        boolean noRequests = passedOver.isPresent() && !requestsNamed && counts.rows() == 0;
        return noRequests ? new ReadOutcome.Skipped(passedOver.get()) : counts.asRead();
    }

    /** Takes a line that is no comment; false if there is no telling what its columns are. */
    private boolean content(Lines lines, RowHandler handler, ReadCounts counts) {
        if (section.isPresent()) {
            counts.addPassedOver();
        } else if (header.isPresent() || recognise(lines, counts)) {
            row(lines, handler, counts);
        } else {
            return lines.brokenOff();
        }
        return true;
    }

    private void comment(Lines lines) throws DamagedObjectException {
        versionSeen |= Bytes.startsWith(lines.bytes(), lines.from(), lines.to(), VERSION);
        if (!Header.isFieldsLine(lines.bytes(), lines.from(), lines.to()) || lines.brokenOff()) {
            return;
        }
        if (lines.cut()) {
            throw new DamagedObjectException("the #Fields: line " + lines.number()
                    + " is longer than a row can be; the rows after it cannot be read");
        }
        Header next = header.filter(same -> same.isReadFrom(lines.bytes(), lines.from(), lines.to()))
                .orElseGet(() -> Header.parse(lines.bytes(), lines.from(), lines.to()));
        boolean legacy = versionSeen && next.naming() == FieldNaming.STANDARD;
        follow(next, legacy ? LogType.LEGACY : FieldLayout.familyOf(next), FieldRanges.TAB);
        delimiterKnown = legacy;
        versionSeen = false;
        requestsNamed |= section.isEmpty();
    }

    private void follow(Header next, LogType itsFamily, String between) {
        header = Optional.of(next);
        evidence = next.evidence();
        delimiter = between;
        cells.follow(next, between);
        family = itsFamily;
        parser.logType(family);
        parser.setCalls(1);
        weighs = sampled && family == LogType.REAL_TIME;
        section = next.notRequests();
        if (section.isPresent()) {
            passedOver = section;
        }
    }

    /** Finds the columns of an object that begins with a row: as the user names them, or by a layout that is known. */
    private boolean recognise(Lines lines, ReadCounts counts) {
        byte[] bytes = lines.bytes();
        int from = lines.from();
        int to = lines.to();
        if (given.isPresent()
                && guess.of(bytes, from, to, given.get().header())
                        .filter(between ->
                                guess.fits(bytes, from, to, given.get().header(), between))
                        .isPresent()) {
            follow(given.get().header(), given.get().family(), FieldRanges.TAB);
            delimiterKnown = false;
            return true;
        }
        Optional<FieldLayout> known = guess.layout(bytes, from, to, FieldLayout.KNOWN);
        known.ifPresent(layout -> counts.recognised(layout.name()));
        known.or(() -> given).ifPresent(layout -> {
            follow(layout.header(), layout.family(), FieldRanges.TAB);
            delimiterKnown = known.isPresent();
        });
        return header.isPresent();
    }

    private void row(Lines lines, RowHandler handler, ReadCounts counts) {
        counts.addRow();
        counts.decidedBy(evidence);
        if (lines.cut()) {
            reject(RejectReason.CUT, lines, handler);
            return;
        }
        if (!delimiterKnown) {
            findDelimiter(lines);
        }
        if (!cells.split(lines)) {
            counts.addOdd();
        }
        if (parser.parse()) {
            if (weighs) {
                parser.setCalls(sampling.calls(lines.bytes(), lines.from(), lines.to()));
            }
            handler.row(parser.row(), lines.number());
        } else {
            reject(parser.reason(), lines, handler);
        }
    }

    // Until one row tells; a row that fits no delimiter is tried with what the user said.
    private void findDelimiter(Lines lines) {
        Header current = header.orElseThrow();
        Optional<String> found = guess.of(lines.bytes(), lines.from(), lines.to(), current);
        delimiterKnown = found.isPresent();
        String best = found.or(() -> givenDelimiter).orElse(FieldRanges.TAB);
        if (!best.equals(delimiter)) {
            delimiter = best;
            cells.follow(current, best);
        }
    }

    private void reject(RejectReason reason, Lines lines, RowHandler handler) {
        Set<Integer> personal = header.orElseThrow().personalCells();
        if (delimiter.equals(FieldRanges.TAB)) {
            handler.rejected(reason, lines.number(), lines.bytes(), lines.from(), lines.to(), personal);
            return;
        }
        // With tabs, by which the cells that tell of a person are found.
        String text = new String(lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.ISO_8859_1);
        byte[] withTabs = text.replace(delimiter, FieldRanges.TAB).getBytes(StandardCharsets.ISO_8859_1);
        handler.rejected(reason, lines.number(), withTabs, 0, withTabs.length, personal);
    }

    private static String whyNoLog(Lines lines) {
        String begins = "line " + lines.number()
                + FormatSniffer.firstWord(lines.bytes(), lines.from(), lines.to())
                        .map(word -> " begins with \"" + word + "\"")
                        .orElse("");
        return "no #Fields: line before the first row (" + begins
                + "), nor does it fit a known layout; if these are log rows, name their columns with"
                + " --fields \"date time …\"";
    }
}
