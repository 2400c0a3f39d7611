package dev.pathrank.tally.file;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A span of time from which rows were counted, in seconds since the epoch. Two files may hold rows of one object if their spans are apart.
 *
 * @param from the first second
 * @param to the first second no longer in it
 */
public record Span(long from, long to) {
    /** No bound on either side. */
    public static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

    private static final long SECONDS_PER_DAY = 86_400;

    public Span {
        if (from >= to) {
            throw new IllegalArgumentException("a span from " + from + " to " + to);
        }
    }

    /** One UTC day, by its number since 1970-01-01. */
    public static Span ofDay(long day) {
        return new Span(day * SECONDS_PER_DAY, (day + 1) * SECONDS_PER_DAY);
    }

    /** Whether both have a second in common. */
    public boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    /** Whether all of {@code other} lies in this. */
    public boolean holds(Span other) {
        return from <= other.from && other.to <= to;
    }

    /** Whether it is exactly one UTC day. */
    public boolean isDay() {
        return Math.floorMod(from, SECONDS_PER_DAY) == 0 && to - from == SECONDS_PER_DAY;
    }

    @Override
    public String toString() {
        if (isDay()) {
            return LocalDate.ofEpochDay(from / SECONDS_PER_DAY).toString();
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
