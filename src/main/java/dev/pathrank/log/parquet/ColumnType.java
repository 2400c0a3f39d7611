package dev.pathrank.log.parquet;

import dev.pathrank.text.LittleEndian;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

/**
 * The type of a column's values: strings, or numbers, which are written as the text that other log formats have.
 *
 * @param physical the physical type, which says how values are stored
 * @param meaning what a number stands for
 */
record ColumnType(int physical, Meaning meaning) {
    private static final int INT32 = 1;
    private static final int INT64 = 2;
    private static final int INT96 = 3;
    private static final int FLOAT = 4;
    private static final int DOUBLE = 5;
    private static final int BYTE_ARRAY = 6;

    /** 1970-01-01 in the days of {@code INT96}. */
    private static final long JULIAN_EPOCH_DAY = 2_440_588;

    /** What a number stands for. */
    enum Meaning {
        NUMBER(TimeUnit.SECONDS),
        DECIMAL(TimeUnit.SECONDS),
        DATE(TimeUnit.DAYS),
        TIME_MILLIS(TimeUnit.MILLISECONDS),
        TIME_MICROS(TimeUnit.MICROSECONDS),
        TIME_NANOS(TimeUnit.NANOSECONDS),
        TIMESTAMP_MILLIS(TimeUnit.MILLISECONDS),
        TIMESTAMP_MICROS(TimeUnit.MICROSECONDS),
        TIMESTAMP_NANOS(TimeUnit.NANOSECONDS);

        private final TimeUnit unit;

        Meaning(TimeUnit unit) {
            this.unit = unit;
        }
    }

    /** Returns the bytes of each value; 0 for strings, whose lengths differ. */
    int width() {
        return switch (physical) {
            case INT32, FLOAT -> Integer.BYTES;
            case INT64, DOUBLE -> Long.BYTES;
            case INT96 -> Long.BYTES + Integer.BYTES;
            default -> 0;
        };
    }

    boolean isText() {
        return physical == BYTE_ARRAY && meaning != Meaning.DECIMAL;
    }

    boolean isSupported() {
        return isText() || width() > 0 && meaning != Meaning.DECIMAL;
    }

    /**
     * Returns the value stored at {@code at} as text: a date, a time of day, milliseconds since 1970 or a number.
     *
     * @throws java.time.DateTimeException if it is no date or time of day
     */
    String text(byte[] bytes, int at) {
        return switch (physical) {
            case FLOAT -> decimal(Float.intBitsToFloat((int) LittleEndian.INT.get(bytes, at)));
            case DOUBLE -> decimal(Double.longBitsToDouble(LittleEndian.longAt(bytes, at)));
            case INT96 ->
                Long.toString(TimeUnit.DAYS.toMillis(
                                (int) LittleEndian.INT.get(bytes, at + Long.BYTES) - JULIAN_EPOCH_DAY)
                        + TimeUnit.NANOSECONDS.toMillis(LittleEndian.longAt(bytes, at)));
            case INT32 -> text((int) LittleEndian.INT.get(bytes, at));
            default -> text(LittleEndian.longAt(bytes, at));
        };
    }

    private String text(long value) {
        return switch (meaning) {
            case DATE -> LocalDate.ofEpochDay(value).toString();
            case TIME_MILLIS, TIME_MICROS, TIME_NANOS ->
                LocalTime.ofSecondOfDay(meaning.unit.toSeconds(value)).format(DateTimeFormatter.ISO_LOCAL_TIME);
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS, TIMESTAMP_NANOS -> Long.toString(meaning.unit.toMillis(value));
            default -> Long.toString(value);
        };
    }

    private static String decimal(float value) {
        return Float.isFinite(value) ? plain(new BigDecimal(Float.toString(value))) : "";
    }

    private static String decimal(double value) {
        return Double.isFinite(value) ? plain(BigDecimal.valueOf(value)) : "";
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
