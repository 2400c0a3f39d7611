package dev.pathrank.log.ltsv;

import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.FormatSniffer;
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
import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Logs of labelled values, {@code date:2024-11-15<TAB>time:19:45:51<TAB>…}, with CloudFront's field names as labels.
 * The program does not read them; the class shows what a new format needs (docs/design.md: "Adding a log format").
 *
 * <p>It is short rather than fast: it makes objects for each label, which formats of the program must not do.
 */
public final class LtsvLogFormat implements LogFormat {
    private final FieldRanges fields = new FieldRanges();
    private final RowParser parser = new RowParser(fields);

    /** Makes a reader of labelled logs. */
    public LtsvLogFormat() {
        parser.logType(LogType.V2);
    }

    @Override
    public boolean recognises(FormatSniffer head) {
        return head.startsWith('d', 'a', 't', 'e', ':');
    }

    @Override
    public ReadOutcome read(LogInput input, RowHandler handler, ReadCounts counts) throws IOException {
        Lines lines = input.lines();
        while (lines.next()) {
            counts.addRow();
            split(lines.line());
            counts.decidedBy(
                    OriginEvidence.of(fields.has(LogField.RESULT_TYPE), fields.has(LogField.DETAILED_RESULT_TYPE)));
            if (!lines.cut() && parser.parse()) {
                handler.row(parser.row(), lines.number());
            } else {
                RejectReason reason = lines.cut() ? RejectReason.CUT : parser.reason();
                handler.rejected(reason, lines.number(), lines.line(), Set.of());
            }
        }
        return counts.asRead();
    }

    private void split(ByteSlice line) {
        fields.begin();
        fields.in(line.array());
        for (int from = line.from(); from < line.to(); ) {
            int tab = ByteSearch.indexOf((byte) '\t', line.array(), from, line.to());
            int end = tab < 0 ? line.to() : tab;
            int colon = ByteSearch.indexOf((byte) ':', line.array(), from, end);
            if (colon >= 0) {
                String label = new ByteSlice(line.array(), from, colon).toString();
                int valueFrom = colon + 1;
                Stream.of(LogField.values())
                        .filter(field -> field.fieldName().equals(label))
                        .forEach(field -> fields.put(field, valueFrom, end));
            }
            from = end + 1;
        }
    }
}
