package dev.pathrank.log.parquet;

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
import dev.pathrank.log.RowHandler;
import dev.pathrank.log.RowParser;
import dev.pathrank.log.Sampling;
import dev.pathrank.source.RangedBytes;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * V2 logs in {@code parquet}, and real-time logs that a delivery stream has converted. CloudFront writes strings and
 * names its columns as {@code cs_uri_stem}; other writers keep its hyphens and have numbers and times.
 */
public final class ParquetLogFormat implements LogFormat {
    private static final List<LogField> INDISPENSABLE = List.of(LogField.METHOD, LogField.PATH, LogField.STATUS);

    /** The footer comes last, so a stream must be kept as a whole until then. */
    private static final int LARGEST_IN_MEMORY = 64 << 20;

    /** Bytes that the file of every thread may take at once. */
    private static final int SMALL = 8 << 20;

    private final FieldRanges fields = new FieldRanges();
    private final RowParser parser = new RowParser(fields);
    private final List<LogField> columns = new ArrayList<>();
    private final ByteSlice row = new ByteSlice();
    private final Sampling sampling;
    private byte[] text = new byte[1024];

    /** Makes a reader of Parquet logs. */
    public ParquetLogFormat(LogOptions options) {
        parser.statusMayBeNumber();
        sampling = new Sampling(options.samplingRate());
    }

    @Override
    public boolean recognises(FormatSniffer head) {
        return head.startsWith('P', 'A', 'R', '1');
    }

    /** Only the columns that are needed are fetched. */
    @Override
    public boolean readsRanges() {
        return true;
    }

    @Override
    public ReadOutcome read(LogInput input, RowHandler handler, ReadCounts counts) throws IOException {
        RangedBytes ranges = input.ranges();
        if (ranges != null) {
            return read(ranges, handler, counts);
        }
        Optional<byte[]> whole = input.lines().all(LARGEST_IN_MEMORY, SMALL, handler::needsMuchMemory);
        if (whole.isEmpty()) {
            return new ReadOutcome.NotALog("a Parquet file of more than " + (LARGEST_IN_MEMORY >> 20)
                    + " MB, read as a stream; larger files are read only as local files or S3 objects"
                    + " that are not compressed again");
        }
        return read(RangedBytes.of(whole.get()), handler, counts);
    }

    private ReadOutcome read(RangedBytes file, RowHandler handler, ReadCounts counts) throws IOException {
        ParquetRows rows = ParquetRows.of(file, handler::needsMuchMemory);
        Optional<ReadOutcome> refusal = choose(rows);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        OriginEvidence evidence = OriginEvidence.of(
                columns.contains(LogField.RESULT_TYPE), columns.contains(LogField.DETAILED_RESULT_TYPE));
        LogType type = LogType.isRealTime(columns::contains) ? LogType.REAL_TIME : LogType.V2;
        boolean weighs = type == LogType.REAL_TIME;
        parser.logType(type);
        counts.named();
        Set<Integer> personal = personalColumns();
        for (long number = 1; rows.next(); number++) {
            counts.addRow();
            counts.decidedBy(evidence);
            int length = gather(rows); // which may replace the array
            row.set(text, 0, length);
            parser.setCalls(weighs ? sampling.calls(row) : 1);
            if (parser.parse()) {
                handler.row(parser.row(), number);
            } else {
                handler.rejected(parser.reason(), number, row, personal);
            }
        }
        return counts.asRead();
    }

    private Set<Integer> personalColumns() {
        Set<Integer> personal = new HashSet<>();
        for (int column = 0; column < columns.size(); column++) {
            if (Header.isPersonal(columns.get(column).fieldName())) {
                personal.add(column);
            }
        }
        return personal;
    }

    /** Chooses the columns to read; returns the outcome if the file cannot be read. */
    private Optional<ReadOutcome> choose(ParquetRows rows) {
        columns.clear();
        List<String> wanted = new ArrayList<>();
        for (String name : rows.columns()) {
            LogField.of(name).filter(field -> !columns.contains(field)).ifPresent(field -> {
                wanted.add(name);
                columns.add(field);
            });
        }
        for (LogField field : INDISPENSABLE) {
            if (!columns.contains(field)) {
                return Optional.of(withoutRequests(rows, field));
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
                        + lacking.fieldName().replace('-', '_') + "; add \"" + lacking.fieldName()
                        + "\" to the log delivery, or leave out the object"));
    }

    /** Joins the row's values by tabs, the form in which a rejected row is shown, and returns their length. */
    private int gather(ParquetRows rows) {
        int length = 0;
        fields.begin();
        for (int column = 0; column < columns.size(); column++) {
            ByteSlice value = rows.value(column);
            int end = length + value.length();
            if (end + 1 > text.length) {
                text = Arrays.copyOf(text, Math.max(end + 1, 2 * text.length));
            }
            System.arraycopy(value.array(), value.from(), text, length, value.length());
            fields.put(columns.get(column), length, end);
            text[end] = '\t';
            length = end + 1;
        }
        fields.in(text);
        return Math.max(0, length - 1);
    }
}
