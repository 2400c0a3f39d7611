package dev.pathrank.tally;

import dev.pathrank.log.Row;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows counted by UTC day, each day a tally of its own; days are numbered from 1970-01-01. Not safe for use by several
 * threads at a time.
 */
public final class DayTallies implements RowSink, AutoCloseable {
    private final KeyedTallies<Long> days;
    private long latest = Long.MIN_VALUE;
    private @Nullable Tally latestTally;

    public DayTallies(TallyOptions options) {
        this.days = new KeyedTallies<>(options);
    }

    @Override
    public void add(Row row) throws IOException {
        long day = UtcDay.of(row.epochSecond());
        Tally tally = latestTally;
        if (tally == null || day != latest) {
            tally = days.of(day);
            latestTally = tally;
            latest = day;
        }
        tally.add(row);
    }

    /** Adds everything that {@code other} holds; {@code other} is used up. */
    public void merge(DayTallies other) throws IOException {
        days.merge(other.days);
        other.forgetLatest();
    }

    /** Adds all rows of {@code tally}, which are of one day; it is used up. */
    public void put(long day, Tally tally) throws IOException {
        forgetLatest();
        days.put(day, tally);
    }

    /** Returns the estimated weight of the days in memory in bytes, their seconds included. */
    public long weight() {
        return days.weight();
    }

    /** Moves the heaviest days to a temporary file until the rest weighs at most {@code most} bytes. */
    public void spillTo(long most) throws IOException {
        days.spillTo(most);
        forgetLatest();
    }

    /** Returns the days that have a row, in order. */
    public SortedSet<Long> days() {
        return days.keys();
    }

    /** Returns counted rows by day. Call it before anything was spilled. */
    public Map<Long, Long> rowsByDay() {
        return days.rows();
    }

    /** Returns all rows of a day and removes them here; the caller closes the tally. */
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
