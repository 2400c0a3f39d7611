package dev.pathrank.log.json;

import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.FormatSniffer;
import dev.pathrank.log.Header;
import dev.pathrank.log.Lines;
import dev.pathrank.log.LogField;
import dev.pathrank.log.LogFormat;
import dev.pathrank.log.LogInput;
import dev.pathrank.log.LogType;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.ReadCounts;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.RowHandler;
import dev.pathrank.log.RowParser;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * V2 logs in {@code json}: an object for each request, one or several on a line, with CloudFront's field names as keys.
 * Other keys, such as those of multi-tenant distributions, are skipped.
 */
public final class JsonLogFormat implements LogFormat {
    /** The whole row, which has no columns that could be masked one by one. */
    private static final Set<Integer> ALL = Set.of(0);

    private final FieldRanges fields = new FieldRanges();
    private final JsonRow json = new JsonRow(fields);
    private final RowParser parser = new RowParser(fields);
    private final ByteSlice rest = new ByteSlice();
    private final ByteSlice record = new ByteSlice();

    /** Makes a reader of JSON logs. */
    public JsonLogFormat() {
        parser.logType(LogType.V2);
    }

    @Override
    public boolean recognises(FormatSniffer head) {
        return head.firstVisible() == '{';
    }

    @Override
    public ReadOutcome read(LogInput input, RowHandler handler, ReadCounts counts) throws IOException {
        Lines lines = input.lines();
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
        rest.set(lines.line());
        do {
            counts.addRow();
            int next = lines.cut() ? -1 : json.read(rest);
            counts.decidedBy(
                    OriginEvidence.of(json.had(LogField.RESULT_TYPE), json.had(LogField.DETAILED_RESULT_TYPE)));
            if (next >= 0 && parser.parse()) {
                handler.row(parser.row(), lines.number());
            } else {
                RejectReason why = lines.cut() ? RejectReason.CUT : RejectReason.BAD_JSON;
                record.set(rest.array(), rest.from(), next < 0 ? rest.to() : next);
                handler.rejected(next < 0 ? why : parser.reason(), lines.number(), record, ALL);
            }
            rest.set(rest.array(), next < 0 ? rest.to() : afterSpace(rest, next), rest.to());
        } while (!rest.isEmpty());
    }

    private static int afterSpace(ByteSlice line, int from) {
        int at = from;
        while (at < line.to() && (line.array()[at] == ' ' || line.array()[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** Returns why the object cannot be read, as its first record shows; empty if it can. */
    private Optional<ReadOutcome> refusal(Lines lines) {
        boolean whole = !lines.cut() && json.read(lines.line()) >= 0;
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
                        + "\"; add that field to the log delivery, or leave out the object"
                : "line " + lines.number() + " is not a complete JSON object; v2 logs have one record per line";
        return Optional.of(new ReadOutcome.NotALog("looks like JSON, but " + why));
    }

    private static List<String> keys(Lines lines) {
        List<String> keys = new ArrayList<>();
        String text = new String(lines.line().toByteArray(), StandardCharsets.UTF_8);
        for (String part : text.split("\"")) {
            keys.add(part.toLowerCase(Locale.ROOT));
        }
        return keys;
    }
}
