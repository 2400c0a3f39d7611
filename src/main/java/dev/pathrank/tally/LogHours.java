package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The UTC hours that have a log row, filtered rows included. A sum like the tally: merging is a union. The latest
 * {@value #MOST_DAYS} days with a row are kept, so that wrong dates in logs cannot fill the memory.
 */
public final class LogHours {
    /** The most days that are kept. */
    static final int MOST_DAYS = 10_000;

    private static final int HOURS_PER_DAY = 24;
    private static final long SECONDS_PER_HOUR = 3600;

    /** For each day since 1970-01-01 a bit for each hour. */
    private final TreeMap<Long, Integer> days = new TreeMap<>();

    private long lastHour = Long.MIN_VALUE;

    /**
     * A range of time.
     *
     * @param from begin of the first hour
     * @param to end of the last hour
     */
    public record Range(Instant from, Instant to) {}

    /**
     * A range of whole days.
     *
     * @param first the first day
     * @param last the last day, which belongs to it
     */
    public record Days(LocalDate first, LocalDate last) {
        /** Returns the number of days. */
        public long count() {
            return last.toEpochDay() - first.toEpochDay() + 1;
        }
    }

    /** Adds the hour of a row. */
    void add(long epochSecond) {
        long hour = Math.floorDiv(epochSecond, SECONDS_PER_HOUR);
        if (hour != lastHour) {
            lastHour = hour;
            addDay(Math.floorDiv(hour, HOURS_PER_DAY), 1 << Math.floorMod(hour, HOURS_PER_DAY));
        }
    }

    private void addDay(long day, int hours) {
        days.merge(day, hours, (one, other) -> one | other);
        if (days.size() > MOST_DAYS) {
            days.pollFirstEntry();
        }
    }

    /** Adds everything that {@code other} holds. */
    void merge(LogHours other) {
        other.days.forEach(this::addDay);
    }

    /** Returns the days that have a row, since 1970-01-01. */
    public SortedSet<Long> days() {
        return Collections.unmodifiableSortedSet(days.navigableKeySet());
    }

    /** Returns whether no row was read. */
    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** Returns the number of days from the first to the last that has a row. */
    public long daySpan() {
        return isEmpty() ? 0 : days.lastKey() - days.firstKey() + 1;
    }

    /** Returns the days without a row between the first and the last that has one. */
    public List<Days> missingDays() {
        List<Days> missing = new ArrayList<>();
        long next = isEmpty() ? 0 : days.firstKey();
        for (long day : days.keySet()) {
            if (day > next) {
                missing.add(new Days(LocalDate.ofEpochDay(next), LocalDate.ofEpochDay(day - 1)));
            }
            next = day + 1;
        }
        return missing;
    }

    /** Returns the hours without a row between the first and the last that has one. */
    public List<Range> missingHours() {
        List<Range> missing = new ArrayList<>();
        long next = Long.MIN_VALUE;
        for (Map.Entry<Long, Integer> day : days.entrySet()) {
            for (int hour = 0; hour < HOURS_PER_DAY; hour++) {
                if ((day.getValue() >> hour & 1) == 1) {
                    long at = day.getKey() * HOURS_PER_DAY + hour;
                    if (next != Long.MIN_VALUE && at > next) {
                        missing.add(new Range(begin(next), begin(at)));
                    }
                    next = at + 1;
                }
            }
        }
        return missing;
    }

    /** Returns the time from the begin of the first hour to the end of the last; call it only if there is one. */
    public Range span() {
        long first = days.firstKey() * HOURS_PER_DAY
                + Integer.numberOfTrailingZeros(days.firstEntry().getValue());
        int last = Integer.SIZE - Integer.numberOfLeadingZeros(days.lastEntry().getValue());
        return new Range(begin(first), begin(days.lastKey() * HOURS_PER_DAY + last));
    }

    private static Instant begin(long hour) {
        return Instant.ofEpochSecond(hour * SECONDS_PER_HOUR);
    }

    /** Writes the days in order. */
    void write(CborWriter out) throws IOException {
        out.begin();
        for (Map.Entry<Long, Integer> day : days.entrySet()) {
            out.number(day.getKey());
            out.number(day.getValue());
        }
        out.end();
    }

    /** Adds what {@link #write} wrote. */
    void readInto(CborReader in) throws IOException {
        in.begin();
        while (in.more()) {
            addDay(in.number(), in.number((1 << HOURS_PER_DAY) - 1));
        }
        in.end();
    }
}
