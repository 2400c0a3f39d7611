package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.LittleEndian;
import dev.pathrank.text.Numbers;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;

/**
 * A parser of the time of a row, in UTC: {@code 2017-02-12} and {@code 16:00:59}, or a number since 1970. It remembers
 * the last day, because neighbouring rows usually have the same.
 */
final class TimestampParser {
    /** The result where the text is no such time, not in the calendar, or before 1970. */
    static final long BAD = Long.MIN_VALUE;

    private static final int DATE_LENGTH = 10;
    private static final int TIME_LENGTH = 8;
    /** {@code 00:00:00}, the last character in the highest byte. */
    private static final long ZEROS_AND_COLONS = 0x3030_3A30_303A_3030L;

    private static final long ABOVE_NINE_AND_ZERO = 0x7676_7F76_767F_7676L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3600;

    /** 9999-12-31T23:59:59Z. */
    private static final long LAST_SECOND = 253_402_300_799L;

    // The ten characters of the last date, which are 0 before the first.
    private long knownYearAndMonth;
    private short knownDay;
    private long knownDayStart = BAD;
    private final ByteSlice part = new ByteSlice();

    /** Parses a date and a time of day: seconds since 1970-01-01T00:00:00Z, or {@link #BAD}. */
    long epochSecond(ByteSlice date, ByteSlice time) {
        if (date.length() != DATE_LENGTH || time.length() != TIME_LENGTH) {
            return BAD;
        }
        int secondOfDay = secondOfDay(time.array(), time.from());
        long dayStart = dayStart(date.array(), date.from());
        return secondOfDay < 0 || dayStart == BAD ? BAD : dayStart + secondOfDay;
    }

    /** Parses milliseconds since 1970: whole seconds, or {@link #BAD}. */
    static long ofMillis(ByteSlice text) {
        long millis = Numbers.nonNegative(text);
        return millis < 0 ? BAD : inCalendar(millis / 1000);
    }

    /** Parses seconds since 1970 with or without decimals, which are cut off: whole seconds, or {@link #BAD}. */
    long ofSeconds(ByteSlice text) {
        int point = ByteSearch.indexOf((byte) '.', text);
        if (point < 0) {
            return inCalendar(Numbers.nonNegative(text));
        }
        boolean decimals = Numbers.nonNegative(part.set(text.array(), point + 1, text.to())) >= 0;
        long seconds = Numbers.nonNegative(part.set(text.array(), text.from(), point));
        return decimals ? inCalendar(seconds) : BAD;
    }

    // A later second is no time of a request, and a year of four digits cannot show it.
    private static long inCalendar(long seconds) {
        return seconds < 0 || seconds > LAST_SECOND ? BAD : seconds;
    }

    /** Parses all eight characters of a time of day at once; -1 if it is none. */
    private static int secondOfDay(byte[] bytes, int at) {
        long digits = LittleEndian.longAt(bytes, at) ^ ZEROS_AND_COLONS;
        int hour = (int) (digits & 0xFF) * 10 + (int) (digits >>> 8 & 0xFF);
        int minute = (int) (digits >>> 24 & 0xFF) * 10 + (int) (digits >>> 32 & 0xFF);
        int second = (int) (digits >>> 48 & 0xFF) * 10 + (int) (digits >>> 56);
        // A byte that is not a digit or colon carries into its highest bit, or has it set.
        boolean isTime = ((digits + ABOVE_NINE_AND_ZERO | digits) & HIGH_BITS) == 0;
        boolean exists = hour < 24 && minute < 60 && second < 60;
        return isTime && exists ? hour * SECONDS_PER_HOUR + minute * SECONDS_PER_MINUTE + second : -1;
    }

    private long dayStart(byte[] bytes, int at) {
        long yearAndMonth = LittleEndian.longAt(bytes, at);
        short day = (short) LittleEndian.SHORT.get(bytes, at + Long.BYTES);
        if (yearAndMonth != knownYearAndMonth || day != knownDay) {
            knownDayStart = parseDay(bytes, at);
            knownYearAndMonth = yearAndMonth;
            knownDay = day;
        }
        return knownDayStart;
    }

    private static long parseDay(byte[] bytes, int at) {
        int century = Numbers.twoDigits(bytes, at);
        int yearOfCentury = Numbers.twoDigits(bytes, at + 2);
        int month = Numbers.twoDigits(bytes, at + 5);
        int day = Numbers.twoDigits(bytes, at + 8);
        int year = century * 100 + yearOfCentury;
        boolean isNumber = century >= 0 && yearOfCentury >= 0 && bytes[at + 4] == '-' && bytes[at + 7] == '-';
        if (!isNumber || year < 1970 || month < 1 || month > 12 || day < 1) {
            return BAD;
        }
        // These two methods make no object, which matters where days alternate from row to row.
        boolean inMonth = day <= Month.of(month).length(Year.isLeap(year));
        return inMonth ? IsoChronology.INSTANCE.epochSecond(year, month, day, 0, 0, 0, ZoneOffset.UTC) : BAD;
    }
}
