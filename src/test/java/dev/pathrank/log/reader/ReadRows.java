package dev.pathrank.log.reader;

import dev.pathrank.log.DurationField;
import dev.pathrank.log.LogOptions;
import dev.pathrank.log.ReadOutcome;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.Row;
import dev.pathrank.log.RowHandler;
import dev.pathrank.text.ByteSlice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The result of reading one object, copied from the reader's buffers. */
public class ReadRows implements RowHandler {
    private static final int BUFFER_SIZE = 4096;
    private static final int LONGEST_ROW = 65_536;

    public final List<Copy> rows = new ArrayList<>();
    public final List<Rejected> rejected = new ArrayList<>();

    /** A row, copied; texts as ISO 8859-1. */
    public record Copy(
            long line,
            long epochSecond,
            String method,
            String host,
            String path,
            int status,
            boolean originCall,
            boolean connection,
            int durationMs,
            DurationField durationField,
            long bytesOut,
            long clientHash) {}

    public record Rejected(RejectReason reason, long line, String text) {}

    @Override
    public void row(Row row, long line) {
        rows.add(copy(row, line));
    }

    @Override
    public void rejected(RejectReason reason, long line, ByteSlice text, Set<Integer> personal) {
        rejected.add(new Rejected(reason, line, text.toString()));
    }

    List<String> paths() {
        return rows.stream().map(Copy::path).toList();
    }

    List<RejectReason> reasons() {
        return rejected.stream().map(Rejected::reason).toList();
    }

    public static LogReader reader() {
        return new LogReader(LogOptions.DEFAULT, BUFFER_SIZE, LONGEST_ROW);
    }

    /** The rows of a log that is only read. */
    public static ReadRows of(String log) {
        ReadRows read = new ReadRows();
        read.outcome(reader(), log);
        return read;
    }

    /** The only row under a header of these columns. */
    public static Copy only(String columns, String row) {
        return of("#Fields: " + columns + "\n" + row + "\n").rows.get(0);
    }

    ReadOutcome outcome(LogReader reader, String log) {
        try {
            return reader.read(stream(log), this);
        } catch (IOException e) {
            throw new AssertionError("memory cannot be damaged", e);
        }
    }

    public static InputStream stream(String log) {
        return new ByteArrayInputStream(log.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Copy copy(Row row, long line) {
        return new Copy(
                line,
                row.epochSecond(),
                row.method().toString(),
                row.host().toString(),
                row.path().toString(),
                row.status(),
                row.originCall(),
                row.isConnection(),
                row.durationMs(),
                row.durationField(),
                row.bytesOut(),
                row.clientHash());
    }
}
