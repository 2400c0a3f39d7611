package dev.pathrank.log.parquet;

import dev.pathrank.log.FieldNaming;
import dev.pathrank.log.FieldRanges;
import dev.pathrank.log.Header;
import dev.pathrank.log.LogField;
import dev.pathrank.log.LogFormat;
import dev.pathrank.log.LogType;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.ReadCounts;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.RowHandler;
import dev.pathrank.log.RowParser;
import dev.pathrank.source.RangedBytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** V2 logs in {@code parquet}, whose columns are strings with names of their own ({@link FieldNaming#PARQUET}). */
public final class ParquetLogFormat {
    private static final List<LogField> INDISPENSABLE = List.of(LogField.METHOD, LogField.PATH, LogField.STATUS);

    private final FieldRanges cells = new FieldRanges();
    private final RowParser parser = new RowParser(cells);
    private final List<LogField> columns = new ArrayList<>();
    private byte[] text = new byte[1024];

    public ParquetLogFormat() {
        parser.logType(LogType.V2);
    }

    /** Reads the whole file; as {@link LogFormat#read}. */
    public ReadOutcome read(RangedBytes file, RowHandler handler, ReadCounts counts) throws IOException {
        ParquetRows rows = ParquetRows.of(file);
        Optional<ReadOutcome> refusal = choose(rows);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        OriginEvidence evidence = OriginEvidence.of(
                columns.contains(LogField.RESULT_TYPE), columns.contains(LogField.DETAILED_RESULT_TYPE));
        Set<Integer> personal = columns.contains(LogField.CLIENT) ? Set.of(columns.indexOf(LogField.CLIENT)) : Set.of();
        for (long number = 1; rows.next(); number++) {
            counts.addRow();
            counts.decidedBy(evidence);
            int length = gather(rows);
            if (parser.parse()) {
                handler.row(parser.row(), number);
            } else {
                handler.rejected(parser.reason(), number, text, 0, length, personal);
            }
        }
        return counts.asRead();
    }

    private Optional<ReadOutcome> choose(ParquetRows rows) {
        List<String> wanted = new ArrayList<>();
        for (LogField column : LogField.values()) {
            rows.columns().stream()
                    .filter(name -> name.toLowerCase(Locale.ROOT).equals(FieldNaming.PARQUET.nameOf(column)))
                    .findFirst()
                    .ifPresent(name -> {
                        wanted.add(name);
                        columns.add(column);
                    });
        }
        for (LogField column : INDISPENSABLE) {
            if (!columns.contains(column)) {
                return Optional.of(withoutRequests(rows, column));
            }
        }
        try {
            rows.want(wanted);
            return Optional.empty();
        } catch (UnsupportedColumnException e) {
            return Optional.of(new ReadOutcome.NotALog("a Parquet file, but " + e.getMessage()));
        }
    }

    private static ReadOutcome withoutRequests(ParquetRows rows, LogField lacking) {
        List<String> names = rows.columns().stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace("_", ""))
                .toList();
        return Header.notRequests(names)
                .<ReadOutcome>map(ReadOutcome.Skipped::new)
                .orElseGet(() -> new ReadOutcome.NotALog("a Parquet file without the column "
                        + FieldNaming.PARQUET.nameOf(lacking) + "; add \"" + lacking.fieldName()
                        + "\" to the log delivery, or leave the object out"));
    }

    /** Puts the row's cells beside one another, with tabs between, as whoever looks at a rejected row wants them. */
    private int gather(ParquetRows rows) {
        int length = 0;
        cells.begin();
        for (int i = 0; i < columns.size(); i++) {
            int from = rows.from(i);
            int size = rows.to(i) - from;
            if (length + size + 1 > text.length) {
                text = Arrays.copyOf(text, Math.max(length + size + 1, 2 * text.length));
            }
            System.arraycopy(rows.bytes(i), from, text, length, size);
            cells.put(columns.get(i), length, length + size);
            length += size;
            text[length++] = '\t';
        }
        cells.in(text);
        return Math.max(0, length - 1);
    }
}
