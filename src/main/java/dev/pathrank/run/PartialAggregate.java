package dev.pathrank.run;

import dev.pathrank.tally.DayTallies;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.RowSink;
import dev.pathrank.tally.SeenRows;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.file.DatedObject;
import dev.pathrank.tally.file.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one thread has counted. Partial aggregates merge in any order. Used by one thread at a time. */
public final class PartialAggregate implements AutoCloseable {
    /** Bytes up to which days stay in memory before they are stored. */
    private static final long SPARED = 32L << 20;

    private final Tally tally;
    private final DayTallies days;
    private final boolean byDay;
    private final RowCounts rows = new RowCounts();
    private final SeenRows seen = new SeenRows();
    private final Map<String, Long> callsByDistribution = new HashMap<>();
    private final Map<String, Long> objectsByLayout = new HashMap<>();
    private final List<ObjectResult> results = new ArrayList<>();
    private final List<DatedObject> objects = new ArrayList<>();
    private long textBytes;
    private long passedOverLines;
    private long storedBytes;
    private long weighed;
    private long delimiterUses;
    private boolean merged;

    /** Creates an empty aggregate. */
    public PartialAggregate(RunSettings settings) {
        tally = new Tally(settings.tally());
        days = new DayTallies(settings.tally());
        byDay = settings.retention() == Retention.DAYS;
    }

    /** Returns where rows are added. */
    RowSink rowSink() {
        return byDay ? days : tally;
    }

    /** Moves the rows of the days to the tally if they are within {@code span}, and drops the others. */
    void leaveDays(Span span) throws IOException {
        for (long day : days.days()) {
            Tally rows = days.take(day);
            if (span.holds(Span.ofDay(day))) {
                tally.merge(rows);
            } else {
                rows.close();
            }
        }
    }

    /**
     * Spills days and hours to a temporary file until all of this weighs at most {@code most} bytes, or no more can be.
     */
    void spillTo(long most) throws IOException {
        tally.spillTo(most);
        if (byDay) {
            days.spillTo(Math.max(0, most - tally.weight()));
        }
    }

    /** Adds everything in {@code other}, which cannot be used any more. */
    public void merge(PartialAggregate other) throws IOException {
        tally.merge(other.tally);
        days.merge(other.days);
        other.days.close();
        objects.addAll(other.objects);
        rows.merge(other.rows);
        seen.merge(other.seen);
        other.callsByDistribution.forEach(this::addCalls);
        other.objectsByLayout.forEach((layout, objects) -> objectsByLayout.merge(layout, objects, Long::sum));
        results.addAll(other.results);
        textBytes += other.textBytes;
        passedOverLines += other.passedOverLines;
        delimiterUses += other.delimiterUses;
        storedBytes += other.storedBytes;
        other.merged = true;
    }

    /**
     * Drops duplicates, see {@link Tally#dropDuplicates}; called when everything is added.
     *
     * @return number of rows dropped, which now count as filtered
     */
    public long dropDuplicates() throws IOException {
        long leftOut = tally.dropDuplicates();
        rows.leaveOut(leftOut);
        return leftOut;
    }

    /** Returns whether nothing has been added yet. */
    boolean isEmpty() {
        return rows.read() == 0 && results.isEmpty();
    }

    /** Returns the bytes by which the weight of this has grown since the last call. */
    long gained() {
        long before = weighed;
        weighed = tally.weight() + (byDay ? days.weight() : 0);
        return weighed - before;
    }

    /** Returns the weight at the last call of {@link #gained}, in bytes. */
    long weighed() {
        return weighed;
    }

    void addCalls(String distribution, long calls) {
        if (calls > 0) {
            callsByDistribution.merge(distribution, calls, Long::sum);
        }
    }

    void addRecognised(String layout) {
        addRecognised(layout, 1);
    }

    void addRecognised(String layout, long objects) {
        objectsByLayout.merge(layout, objects, Long::sum);
    }

    /** Adds the result of an object. */
    public void addResult(ObjectResult result) {
        results.add(result);
    }

    void addTextBytes(long bytes) {
        textBytes += bytes;
    }

    void addDelimiterUse() {
        addDelimiterUses(1);
    }

    void addDelimiterUses(long objects) {
        delimiterUses += objects;
    }

    /** Returns the number of objects whose rows were split by {@code --delimiter}. */
    long delimiterUses() {
        return delimiterUses;
    }

    void addPassedOverLines(long lines) {
        passedOverLines += lines;
    }

    /** Adds received bytes, where no listener counts them. */
    public void addStoredBytes(long bytes) {
        storedBytes += bytes;
    }

    /** Returns the received bytes that were {@linkplain #addStoredBytes added}. */
    public long storedBytes() {
        return storedBytes;
    }

    /** Moves the rows of one UTC day to an aggregate of their own, which the caller closes. */
    public PartialAggregate takeDay(long day, RunSettings settings) throws IOException {
        PartialAggregate one = new PartialAggregate(settings);
        one.days.put(day, days.take(day));
        return one;
    }

    /** Spills heavy days to a temporary file, to make room for merging. */
    public void spillDays() throws IOException {
        days.spillTo(SPARED);
    }

    void addObject(DatedObject object) {
        objects.add(object);
    }

    /** Returns the rows of each UTC day, if the run retains days; those rows are not in the tally. */
    public DayTallies days() {
        return days;
    }

    /** Forgets the objects that were stored; the others are damaged or lost. */
    public void forgetStored() {
        objects.removeIf(each -> each.object().isWhole());
    }

    /** Returns the counted objects in no order, if the run retains them. */
    public List<DatedObject> objects() {
        return objects;
    }

    /** Returns the counted rows; of a run that retains days only those of damaged objects. */
    public Tally tally() {
        return tally;
    }

    /** Returns the numbers of rows. */
    public RowCounts rows() {
        return rows;
    }

    /** Returns what is known of the rows before filters. */
    public SeenRows seen() {
        return seen;
    }

    /** Returns the numbers of objects that name no columns, by the known layout that they fit. */
    public Map<String, Long> objectsByLayout() {
        return Map.copyOf(objectsByLayout);
    }

    /** Returns the calls by distribution, where an object's name tells it. */
    public Map<String, Long> callsByDistribution() {
        return Map.copyOf(callsByDistribution);
    }

    /** Returns the result of each object, in no order. */
    public List<ObjectResult> results() {
        return List.copyOf(results);
    }

    /** Returns the bytes of log text read, unzipped. */
    public long textBytes() {
        return textBytes;
    }

    /** Returns the number of lines of other logs between request rows. */
    public long passedOverLines() {
        return passedOverLines;
    }

    @Override
    public void close() {
        if (merged) {
            return;
        }
        tally.close();
        days.close();
    }
}
