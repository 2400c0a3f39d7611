package dev.pathrank.log.json;

import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.FormatSniffer;
import dev.pathrank.log.Header;
import dev.pathrank.log.LogField;
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
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * V2 logs in {@code json} and real-time logs that a delivery stream has converted: an object for each request, any
 * number of them on a line, with CloudFront's field names as keys. Other keys, such as those of multi-tenant
 * distributions, are skipped.
 */
public final class JsonLogFormat implements LogFormat {
    /** The whole row, whose cells cannot be masked one by one. */
    private static final Set<Integer> ALL = Set.of(0);

    /** Where an object begins inside a record, the next one follows its end, or a line's. */
    private static final Pattern RECORD_BEHIND_A_PART =
            Pattern.compile("(?:\\}(?:[\\s,]|\\\\[nrt])*|\\n\\s*)\\{\\s*\"[^\"\\r\\n]{1,64}\"\\s*:");

    private static final int LONGEST_PART = 64 << 10;

    private final FieldRanges fields = new FieldRanges();
    private final JsonRecords records = new JsonRecords(fields);
    private final Predicate<LogField> had = records.json()::had;
    private final RowParser parser = new RowParser(fields);
    private final Sampling sampling;

    /** Makes a reader of JSON logs. */
    public JsonLogFormat(LogOptions options) {
        parser.statusMayBeNumber();
        sampling = new Sampling(options.samplingRate());
    }

    @Override
    public boolean recognises(FormatSniffer head) {
        return head.firstVisible() == '{'
                || head.firstVisible() == '[' && head.secondVisible() == '{'
                || RECORD_BEHIND_A_PART.matcher(head.beforeTab(LONGEST_PART)).find();
    }

    @Override
    public ReadOutcome read(LogInput input, RowHandler handler, ReadCounts counts) throws IOException {
        records.open(input.lines().stream(), input.lines().longest());
        while (records.next()) {
            if (records.isWhole() && !counts.isNamed()) {
                Optional<ReadOutcome> refusal = refusal();
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                counts.named();
            }
            record(handler, counts);
        }
        if (counts.rows() > 0 && !counts.isNamed()) {
            return new ReadOutcome.NotALog("looks like JSON, but none of its records is a complete JSON object");
        }
        return counts.asRead();
    }

    private void record(RowHandler handler, ReadCounts counts) {
        counts.addRow();
        counts.decidedBy(OriginEvidence.of(
                records.json().had(LogField.RESULT_TYPE), records.json().had(LogField.DETAILED_RESULT_TYPE)));
        if (!records.isWhole()) {
            RejectReason reason = records.isCut() ? RejectReason.CUT : RejectReason.BAD_JSON;
            handler.rejected(reason, records.number(), records.record(), ALL);
            return;
        }
        LogType type = LogType.isRealTime(had) ? LogType.REAL_TIME : LogType.V2;
        parser.logType(type);
        parser.setCalls(type == LogType.REAL_TIME ? sampling.calls(records.record()) : 1);
        if (parser.parse()) {
            handler.row(parser.row(), records.number());
        } else {
            handler.rejected(parser.reason(), records.number(), records.record(), ALL);
        }
    }

    /** Returns why the object cannot be read, as its first complete record shows; empty if it can. */
    private Optional<ReadOutcome> refusal() {
        JsonRow json = records.json();
        if (json.had(LogField.METHOD) && json.had(LogField.PATH)) {
            return Optional.empty();
        }
        Optional<String> other = Header.notRequests(keys(records.record()));
        if (other.isPresent()) {
            return Optional.of(new ReadOutcome.Skipped(other.get()));
        }
        LogField lacking = json.had(LogField.METHOD) ? LogField.PATH : LogField.METHOD;
        return Optional.of(new ReadOutcome.NotALog("looks like JSON, but its first record lacks \""
                + lacking.fieldName() + "\"; add that field to the log delivery, or leave out the object"));
    }

    private static List<String> keys(ByteSlice record) {
        List<String> keys = new ArrayList<>();
        String text = new String(record.toByteArray(), StandardCharsets.UTF_8);
        for (String part : text.split("\"")) {
            keys.add(part.toLowerCase(Locale.ROOT));
        }
        return keys;
    }
}
