package dev.pathrank.log.json;

import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.FormatSniffer;
import dev.pathrank.log.Header;
import dev.pathrank.log.Lines;
import dev.pathrank.log.LogField;
import dev.pathrank.log.LogFormat;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.LogType;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.ReadCounts;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.RowHandler;
import dev.pathrank.log.RowParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * V2 logs in {@code json}: an object for each request, one on a line or several, with CloudFront's column names as
 * keys. Keys that nobody asks for, such as those of multi-tenant distributions, are passed over.
 */
public final class JsonLogFormat implements LogFormat {
    /** All of a row, which is one cell to whoever masks it. */
    private static final Set<Integer> ALL = Set.of(0);

    private final FieldRanges cells = new FieldRanges();
    private final JsonRow json = new JsonRow(cells);
    private final RowParser parser = new RowParser(cells);

    public JsonLogFormat(LogOptions options) {
        parser.logType(LogType.V2);
    }

    @Override
    public boolean recognises(FormatSniffer head) {
        return head.isJson();
    }

    @Override
    public ReadOutcome read(Lines lines, RowHandler handler, ReadCounts counts) throws IOException {
        boolean begun = false;
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            if (!begun && !lines.brokenOff()) {
                Optional<ReadOutcome> refusal = refusal(lines);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                begun = true;
            }
            line(lines, handler, counts);
        }
        return counts.asRead();
    }

    private void line(Lines lines, RowHandler handler, ReadCounts counts) {
        int at = lines.from();
        do {
            counts.addRow();
            int next = lines.cut() ? -1 : json.read(lines.bytes(), at, lines.to());
            counts.decidedBy(
                    OriginEvidence.of(json.had(LogField.RESULT_TYPE), json.had(LogField.DETAILED_RESULT_TYPE)));
            if (next >= 0 && parser.parse()) {
                handler.row(parser.row(), lines.number());
            } else {
                RejectReason why = lines.cut() ? RejectReason.CUT : RejectReason.BAD_JSON;
                int end = next < 0 ? lines.to() : next;
                handler.rejected(next < 0 ? why : parser.reason(), lines.number(), lines.bytes(), at, end, ALL);
            }
            at = next < 0 ? lines.to() : afterSpace(lines, next);
        } while (at < lines.to());
    }

    private static int afterSpace(Lines lines, int from) {
        int at = from;
        while (at < lines.to() && (lines.bytes()[at] == ' ' || lines.bytes()[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** Why the object is not read, told by its first record. */
    private Optional<ReadOutcome> refusal(Lines lines) {
        boolean whole = !lines.cut() && json.read(lines.bytes(), lines.from(), lines.to()) >= 0;
        if (whole && json.had(LogField.METHOD) && json.had(LogField.PATH)) {
            return Optional.empty();
        }
        List<String> keys = whole ? keys(lines) : List.of();
        Optional<String> other = Header.notRequests(keys);
        if (other.isPresent()) {
            return Optional.of(new ReadOutcome.Skipped(other.get()));
        }
        String why = whole
                ? "its first record lacks \"" + (json.had(LogField.METHOD) ? "cs-uri-stem" : "cs-method")
                        + "\"; add that field to the log delivery, or leave the object out"
                : "line " + lines.number() + " is no whole JSON object; v2 logs hold a record on each line";
        return Optional.of(new ReadOutcome.NotALog("looks like JSON, but " + why));
    }

    private static List<String> keys(Lines lines) {
        List<String> keys = new ArrayList<>();
        String text = new String(lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.UTF_8);
        for (String part : text.split("\"")) {
            keys.add(part.toLowerCase(Locale.ROOT));
        }
        return keys;
    }
}
