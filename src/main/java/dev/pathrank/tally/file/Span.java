package dev.pathrank.tally.file;

import dev.pathrank.time.UtcDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A span of time from which rows were counted, in seconds since the epoch. Two files may hold rows of one object if
 * their spans do not overlap.
 *
 * @param from the first second
 * @param to the first second after it
 */
public record Span(long from, long to) {
    /** No bound on either side. */
    public static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    public Span {
        if (from >= to) {
            throw new IllegalArgumentException("a span from " + from + " to " + to);
        }
    }

    /** One UTC day, by its number since 1970-01-01. */
    public static Span ofDay(long day) {
        return new Span(UtcDay.firstSecond(day), UtcDay.firstSecond(day + 1));
    }

    /** Returns whether both have a second in common. */
    public boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    /** Returns whether all of {@code other} lies in this. */
    public boolean holds(Span other) {
        return from <= other.from && other.to <= to;
    }

    /** Returns whether it is exactly one UTC day. */
    public boolean isDay() {
        return Math.floorMod(from, UtcDay.SECONDS) == 0 && to - from == UtcDay.SECONDS;
    }

    @Override
    public String toString() {
        if (isDay()) {
            return LocalDate.ofEpochDay(UtcDay.of(from)).toString();
        }
        return (from == Long.MIN_VALUE ? "the beginning" : at(from)) + " to "
                + (to == Long.MAX_VALUE ? "the end" : at(to));
    }

    private static String at(long second) {
        return Instant.ofEpochSecond(second)
                .atOffset(ZoneOffset.UTC)
                .toInstant()
                .toString();
    }
}
