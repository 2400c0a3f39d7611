package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.Numbers;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.util.Arrays;

/** Reads {@code 2017-02-12} and {@code 16:00:59} as UTC. Remembers the last day, since neighbouring rows share it. */
final class TimestampParser {
    /** No such time: not of this form, not in the calendar, or before 1970. */
    static final long BAD = Long.MIN_VALUE;

    private static final int DATE_LENGTH = 10;
    private static final int TIME_LENGTH = 8;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** {@code 00:00:00}, the last character in the highest byte. */
    private static final long ZEROS_AND_COLONS = 0x3030_3A30_303A_3030L;

    private static final long ABOVE_NINE_AND_ZERO = 0x7676_7F76_767F_7676L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3600;

    /** 9999-12-31T23:59:59Z. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final byte[] knownDate = new byte[DATE_LENGTH];
    private long knownDayStart = BAD;

    /** Seconds since 1970-01-01T00:00:00Z, or {@link #BAD}. */
    long epochSecond(byte[] bytes, int dateFrom, int dateTo, int timeFrom, int timeTo) {
        if (dateTo - dateFrom != DATE_LENGTH || timeTo - timeFrom != TIME_LENGTH) {
            return BAD;
        }
        int secondOfDay = secondOfDay(bytes, timeFrom);
        long dayStart = dayStart(bytes, dateFrom);
        return secondOfDay < 0 || dayStart == BAD ? BAD : dayStart + secondOfDay;
    }

    /** Milliseconds since 1970, as whole seconds, or {@link #BAD}. */
    static long ofMillis(byte[] bytes, int from, int to) {
        long millis = Numbers.nonNegative(bytes, from, to);
        return millis < 0 ? BAD : inCalendar(millis / 1000);
    }

    /** Seconds since 1970 with or without decimals, which are cut off, or {@link #BAD}. */
    static long ofSeconds(byte[] bytes, int from, int to) {
        int point = ByteSearch.indexOf((byte) '.', bytes, from, to);
        boolean decimals = point < 0 || Numbers.nonNegative(bytes, point + 1, to) >= 0;
        long seconds = Numbers.nonNegative(bytes, from, point < 0 ? to : point);
        return seconds < 0 || !decimals ? BAD : inCalendar(seconds);
    }

    // What lies beyond is no time of a request, and no year of four digits can show it.
    private static long inCalendar(long seconds) {
        return seconds > LAST_SECOND ? BAD : seconds;
    }

    /** All eight characters at a time. */
    private static int secondOfDay(byte[] bytes, int at) {
        long digits = (long) WORD.get(bytes, at) ^ ZEROS_AND_COLONS;
        int hour = (int) (digits & 0xFF) * 10 + (int) (digits >>> 8 & 0xFF);
        int minute = (int) (digits >>> 24 & 0xFF) * 10 + (int) (digits >>> 32 & 0xFF);
        int second = (int) (digits >>> 48 & 0xFF) * 10 + (int) (digits >>> 56);
        // What is no digit or no colon carries into the highest bit of its byte, or has it set.
        boolean isTime = ((digits + ABOVE_NINE_AND_ZERO | digits) & HIGH_BITS) == 0;
        boolean exists = hour < 24 && minute < 60 && second < 60;
        return isTime && exists ? hour * SECONDS_PER_HOUR + minute * SECONDS_PER_MINUTE + second : -1;
    }

    private long dayStart(byte[] bytes, int at) {
        if (!Arrays.equals(bytes, at, at + DATE_LENGTH, knownDate, 0, DATE_LENGTH)) {
            knownDayStart = parseDay(bytes, at);
            System.arraycopy(bytes, at, knownDate, 0, DATE_LENGTH);
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
        // These two of the JDK's calendar make no object, which matters where days alternate from row to row.
        boolean inMonth = day <= Month.of(month).length(Year.isLeap(year));
        return inMonth ? IsoChronology.INSTANCE.epochSecond(year, month, day, 0, 0, 0, ZoneOffset.UTC) : BAD;
    }
}
