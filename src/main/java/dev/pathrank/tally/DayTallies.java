package dev.pathrank.tally;

import dev.pathrank.log.Row;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.util.Map;
import java.util.SortedSet;

/** Rows counted by UTC day, each day a tally of its own; days are numbered from 1970-01-01. Not safe for use by several threads at a time. */
public final class DayTallies implements RowSink, AutoCloseable {
    private final KeyedTallies<Long> days;
    private long latest = Long.MIN_VALUE;
    private Tally latestTally;

    public DayTallies(TallyOptions options) {
        this.days = new KeyedTallies<>(options);
    }

    @Override
    public void add(Row row) throws IOException {
        long day = UtcDay.of(row.epochSecond());
        if (day != latest) {
            latestTally = days.of(day);
            latest = day;
        }
        latestTally.add(row);
    }

    /** Adds all that {@code other} holds; {@code other} is used up. */
    public void merge(DayTallies other) throws IOException {
        days.merge(other.days);
        other.forgetLatest();
    }

    /** Adds all rows of {@code tally}, which are of one day; it is used up. */
    public void put(long day, Tally tally) throws IOException {
        forgetLatest();
        days.put(day, tally);
    }

    /** What the days in memory are reckoned to weigh, in bytes, their seconds included. */
    public long weight() {
        return days.weight();
    }

    /** Puts the heaviest days into a temporary file until what is left weighs at most {@code most}. */
    public void spillTo(long most) throws IOException {
        days.spillTo(most);
        forgetLatest();
    }

    /** The days that have a row, in order. */
    public SortedSet<Long> days() {
        return days.keys();
    }

    /** Counted rows by day; to be asked before anything was spilled. */
    public Map<Long, Long> rowsByDay() {
        return days.rows();
    }

    /** All rows of a day, which are then no longer here; up to the caller to close. */
    public Tally take(long day) throws IOException {
        forgetLatest();
        return days.take(day);
    }

    private void forgetLatest() {
        latest = Long.MIN_VALUE;
        latestTally = null;
    }

    /** Removes what was spilled to disk. */
    @Override
    public void close() {
        days.close();
    }
}
