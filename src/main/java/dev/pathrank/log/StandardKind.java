package dev.pathrank.log;

import dev.pathrank.source.DamagedObjectException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Standard logs: tab-separated rows under {@code #Fields:} lines, of which the latest counts. Sections whose columns
 * are those of RTMP or connection logs are passed over, so that a concatenation of objects counts what the objects
 * alone would.
 */
final class StandardKind implements LogKind {
    private static final byte COMMENT = '#';

    private final Optional<Header> given;
    private final Cells cells = new Cells();
    private final RowParser parser = new RowParser(cells);

    private Optional<Header> header = Optional.empty();
    private OriginEvidence evidence = OriginEvidence.NONE;
    private Optional<String> section = Optional.empty();
    private boolean requestsNamed;
    private Optional<String> passedOver = Optional.empty();

    StandardKind(LogOptions options) {
        given = options.fields().map(Header::named);
    }

    @Override
    public boolean begins(Head head) {
        return head.isText();
    }

    @Override
    public ReadOutcome read(Lines lines, RowHandler handler, ReadCounts counts) throws IOException {
        header = Optional.empty();
        section = Optional.empty();
        passedOver = Optional.empty();
        requestsNamed = false;
        given.ifPresent(this::follow);
        while (lines.next()) {
            if (lines.startsWith(COMMENT)) {
                comment(lines);
            } else if (section.isPresent() && !lines.isBlank()) {
                counts.addPassedOver();
            } else if (header.isPresent() && !lines.isBlank()) {
                row(lines, handler, counts);
            } else if (!lines.isBlank() && !lines.brokenOff()) {
                return new ReadOutcome.NotALog(whyNoLog(lines));
            }
        }
        boolean noRequests = passedOver.isPresent() && !requestsNamed && counts.rows() == 0;
        return noRequests ? new ReadOutcome.Skipped(passedOver.get()) : counts.asRead();
    }

    private void comment(Lines lines) throws DamagedObjectException {
        if (!Header.isFieldsLine(lines.bytes(), lines.from(), lines.to()) || lines.brokenOff()) {
            return;
        }
        if (lines.cut()) {
            throw new DamagedObjectException("the #Fields: line " + lines.number()
                    + " is longer than a row can be; the rows after it cannot be read");
        }
        Optional<Header> current = header;
        if (current.isEmpty() || !current.get().isReadFrom(lines.bytes(), lines.from(), lines.to())) {
            follow(Header.parse(lines.bytes(), lines.from(), lines.to()));
        }
        requestsNamed |= section.isEmpty();
    }

    private void follow(Header next) {
        header = Optional.of(next);
        evidence = next.evidence();
        cells.follow(next);
        section = next.notRequests();
        if (section.isPresent()) {
            passedOver = section;
        }
    }

    private void row(Lines lines, RowHandler handler, ReadCounts counts) {
        counts.addRow();
        counts.decidedBy(evidence);
        if (lines.cut()) {
            reject(RejectReason.CUT, lines, handler);
            return;
        }
        if (!cells.split(lines.bytes(), lines.from(), lines.to())) {
            counts.addOdd();
        }
        if (parser.parse()) {
            handler.row(parser.row(), lines.number());
        } else {
            reject(parser.reason(), lines, handler);
        }
    }

    private void reject(RejectReason reason, Lines lines, RowHandler handler) {
        Set<Integer> personal = header.orElseThrow().personalCells();
        handler.rejected(reason, lines.number(), lines.bytes(), lines.from(), lines.to(), personal);
    }

    private static String whyNoLog(Lines lines) {
        String begins = "line " + lines.number()
                + Head.firstWord(lines.bytes(), lines.from(), lines.to())
                        .map(word -> " begins with \"" + word + "\"")
                        .orElse("");
        if (lines.startsWith((byte) '{')) {
            return "looks like JSON (" + begins + "); only tab-separated logs with a #Fields: line are read";
        }
        return "no #Fields: line before the first row (" + begins
                + "); if these are log rows without their header, name their columns with --fields \"date time …\"";
    }
}
