package dev.pathrank.log.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pathrank.log.LogOptions;
import dev.pathrank.log.Row;
import dev.pathrank.log.reader.LogReader;
import dev.pathrank.log.reader.ReadRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that a query wrote from a log: its columns have types, while CloudFront writes strings only. */
class TypedParquetTest {
    private static final int PLAIN = 0;
    private static final int INT32 = 1;
    private static final int INT64 = 2;
    private static final int DOUBLE = 5;
    private static final int BYTE_ARRAY = 6;
    private static final int UTF8 = 0;
    private static final int DATE = 6;
    private static final int TIME_MILLIS = 7;
    private static final int TIMESTAMP_MILLIS = 9;
    private static final int TIMESTAMP_MICROS = 10;
    private static final int NO_MEANING = -1;
    private static final Instant SECOND = Instant.parse("2017-02-12T16:00:01Z");

    private static byte[] page(byte[] value) {
        return CraftedParquet.data(1, PLAIN, value);
    }

    private static byte[] text(String value) {
        return page(CraftedParquet.plain(value));
    }

    private static byte[] int32(int value) {
        return page(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    private static byte[] int64(long value) {
        return page(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }

    /** Returns a table of one row with columns of every log. */
    private static CraftedParquet table() {
        return new CraftedParquet()
                .typed("cs-method", BYTE_ARRAY, UTF8, text("GET"))
                .typed("cs-uri-stem", BYTE_ARRAY, UTF8, text("/user/42"))
                .typed("sc-status", INT32, NO_MEANING, int32(200))
                .typed("sc-bytes", INT64, NO_MEANING, int64(5_000_000_000L))
                .typed("time-taken", DOUBLE, NO_MEANING, int64(Double.doubleToLongBits(0.25)));
    }

    private static ReadRows.Copy read(CraftedParquet table) throws IOException {
        ReadRows rows = new ReadRows();
        new LogReader(LogOptions.DEFAULT).read(new ByteArrayInputStream(table.of(1)), rows);
        assertEquals(1, rows.rows.size(), rows.rejected.toString());
        return rows.rows.get(0);
    }

    @Test
    void readsNumbersDatesAndTimesOfDay() throws IOException {
        ReadRows.Copy row = read(table().typed("date", INT32, DATE, int32((int)
                        LocalDate.of(2017, 2, 12).toEpochDay()))
                .typed("time", INT32, TIME_MILLIS, int32(LocalTime.of(16, 0, 1).toSecondOfDay() * 1000 + 999)));

        assertEquals(SECOND.getEpochSecond(), row.epochSecond());
        assertEquals("/user/42", row.path());
        assertEquals(200, row.status());
        assertEquals(5_000_000_000L, row.bytesOut());
        assertEquals(250, row.durationMs());
    }

    @Test
    void readsTimestampsOfAnyUnit() throws IOException {
        long millis = SECOND.toEpochMilli() + 999;
        assertEquals(
                SECOND.getEpochSecond(),
                read(table().typed("timestamp", INT64, TIMESTAMP_MILLIS, int64(millis)))
                        .epochSecond());
        assertEquals(
                SECOND.getEpochSecond(),
                read(table().typed("timestamp", INT64, TIMESTAMP_MICROS, int64(millis * 1000)))
                        .epochSecond());
        assertEquals(
                SECOND.getEpochSecond(),
                read(table().typed("timestamp", INT64, NO_MEANING, int64(SECOND.getEpochSecond())))
                        .epochSecond());
    }

    /** The row is gathered into an array that grows while it is gathered. */
    @Test
    void readsARowOfAnyLength() throws IOException {
        for (int length : new int[] {900, 1023, 1024, 5000}) {
            String path = "/" + "a".repeat(length);
            ReadRows.Copy row = read(new CraftedParquet()
                    .typed("cs-method", BYTE_ARRAY, UTF8, text("GET"))
                    .typed("cs-uri-stem", BYTE_ARRAY, UTF8, text(path))
                    .typed("sc-status", INT32, NO_MEANING, int32(200))
                    .typed("timestamp", INT64, NO_MEANING, int64(SECOND.getEpochSecond())));
            assertEquals(path, row.path());
        }
    }

    private static List<Integer> callsAtQuarter(CraftedParquet table) throws IOException {
        List<Integer> calls = new ArrayList<>();
        ReadRows counting = new ReadRows() {
            @Override
            public void row(Row row, long line) {
                calls.add(row.calls());
            }
        };
        new LogReader(LogOptions.DEFAULT.samplingRate(25)).read(new ByteArrayInputStream(table.of(1)), counting);
        return calls;
    }

    /** A delivery stream can turn real-time records into Parquet; a v2 log has the day in a column of its own. */
    @Test
    void scalesRealTimeRowsByTheirSamplingRate() throws IOException {
        CraftedParquet realTime = table().typed("timestamp", INT64, NO_MEANING, int64(SECOND.getEpochSecond()));
        CraftedParquet v2 = table().typed("date", INT32, DATE, int32((int)
                        LocalDate.of(2017, 2, 12).toEpochDay()))
                .typed("time", INT32, TIME_MILLIS, int32(0));
        assertEquals(List.of(4), callsAtQuarter(realTime));
        assertEquals(List.of(1), callsAtQuarter(v2));
    }
}
