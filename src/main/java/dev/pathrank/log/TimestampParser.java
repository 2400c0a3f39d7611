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
 * A parser of the time of a row, in UTC: {@code 2017-02-12} and {@code 16:00:59}, both in one, or a number since 1970.
 * It remembers the last day, because neighbouring rows usually have the same.
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

    private static final int MILLIS = 1000;
    private static final int NO_OFFSET = Integer.MIN_VALUE;

    /** In milliseconds the year 1973, which is before CloudFront; in seconds the year 5138. */
    private static final long SURELY_MILLIS = 100_000_000_000L;

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

    /** Parses milliseconds since 1970, or returns {@link #BAD}. */
    static long ofMillis(ByteSlice text) {
        return inCalendar(Numbers.nonNegative(text));
    }

    /**
     * Parses seconds or milliseconds since 1970, with or without decimals, or an ISO date and time, in UTC unless it
     * has an offset: milliseconds since 1970, or {@link #BAD}. Smaller parts are cut off.
     */
    long of(ByteSlice text) {
        if (text.length() > DATE_LENGTH && text.at(4) == '-') {
            return iso(text);
        }
        int point = ByteSearch.indexOf((byte) '.', text);
        long whole = Numbers.nonNegative(part.set(text.array(), text.from(), point < 0 ? text.to() : point));
        int millis = point < 0 ? 0 : fraction(part.set(text.array(), point + 1, text.to()));
        if (whole < 0 || millis < 0) {
            return BAD;
        }
        return inCalendar(whole >= SURELY_MILLIS ? whole : whole * MILLIS + millis);
    }

    /** Parses {@code 2017-02-12T16:00:59.123Z}, with any one character between date and time. */
    private long iso(ByteSlice text) {
        int timeAt = text.from() + DATE_LENGTH + 1;
        int timeEnd = timeAt + TIME_LENGTH;
        if (timeEnd > text.to()) {
            return BAD;
        }
        int secondOfDay = secondOfDay(text.array(), timeAt);
        long dayStart = dayStart(text.array(), text.from());
        int end = timeEnd;
        int millis = 0;
        if (end < text.to() && (text.array()[end] == '.' || text.array()[end] == ',')) {
            do {
                end++;
            } while (end < text.to() && Numbers.isDigit(text.array()[end]));
            millis = fraction(part.set(text.array(), timeEnd + 1, end));
        }
        int offset = offset(part.set(text.array(), end, text.to()));
        if (secondOfDay < 0 || dayStart == BAD || millis < 0 || offset == NO_OFFSET) {
            return BAD;
        }
        return inCalendar((dayStart + secondOfDay - offset) * MILLIS + millis);
    }

    /** Parses the digits behind a decimal point: the first three as milliseconds; -1 if they are none. */
    private static int fraction(ByteSlice digits) {
        int millis = 0;
        for (int at = 0; at < digits.length(); at++) {
            if (!Numbers.isDigit(digits.at(at))) {
                return -1;
            }
            millis = at < 3 ? millis * 10 + digits.at(at) - '0' : millis;
        }
        for (int at = digits.length(); at < 3; at++) {
            millis *= 10;
        }
        return digits.isEmpty() ? -1 : millis;
    }

    /** Parses nothing, {@code Z}, {@code +02}, {@code +0200} or {@code +02:00}: seconds, or {@link #NO_OFFSET}. */
    private static int offset(ByteSlice text) {
        int length = text.length();
        if (length == 0 || length == 1 && (text.at(0) | 0x20) == 'z') {
            return 0;
        }
        boolean colon = length == 6 && text.at(3) == ':';
        if (text.at(0) != '+' && text.at(0) != '-' || length != 3 && length != 5 && !colon) {
            return NO_OFFSET;
        }
        int hours = Numbers.twoDigits(text.array(), text.from() + 1);
        int minutes = length == 3 ? 0 : Numbers.twoDigits(text.array(), text.to() - 2);
        if (hours < 0 || minutes < 0) {
            return NO_OFFSET;
        }
        int seconds = hours * SECONDS_PER_HOUR + minutes * SECONDS_PER_MINUTE;
        return text.at(0) == '-' ? -seconds : seconds;
    }

    // Refuses times after the year 9999: no request has them, and dates are printed with a year of four digits.
    private static long inCalendar(long millis) {
        return millis < 0 || millis / MILLIS > LAST_SECOND ? BAD : millis;
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
