package dev.pathrank.run;

import dev.pathrank.tally.DayTallies;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.RowSink;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.file.DatedObject;
import dev.pathrank.tally.file.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one thread has added up: a sum in all its parts, so that shares merge in any order. Used by one thread at a time. */
public final class PartialAggregate implements AutoCloseable {
    /** Days that weigh less together need not go to disk before they are stored. */
    private static final long SPARED = 32L << 20;

    private final Tally tally;
    private final DayTallies days;
    private final boolean byDay;
    private final RowCounts rows = new RowCounts();
    private final Map<String, Long> callsByDistribution = new HashMap<>();
    private final Map<String, Long> objectsByLayout = new HashMap<>();
    private final List<ObjectResult> results = new ArrayList<>();
    private final List<DatedObject> objects = new ArrayList<>();
    private long textBytes;
    private long passedOverLines;
    private long storedBytes;
    private long weighed;
    private boolean usedUp;

    /** An empty sum. */
    public PartialAggregate(RunSettings settings) {
        tally = new Tally(settings.tally());
        days = new DayTallies(settings.tally());
        byDay = settings.retention() == Retention.DAYS;
    }

    /** Where its rows go. */
    RowSink rowSink() {
        return byDay ? days : tally;
    }

    /** The rows of its days leave them for the tally, if they are within {@code span}, or for nowhere. */
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

    /** Puts days and hours into a temporary file until all of this weighs at most {@code most}, or only the sum is left. */
    void spillTo(long most) throws IOException {
        tally.spillTo(most);
        if (byDay) {
            days.spillTo(Math.max(0, most - tally.weight()));
        }
    }

    /** Adds all that {@code other} holds, which is then used up. */
    public void merge(PartialAggregate other) throws IOException {
        tally.merge(other.tally);
        days.merge(other.days);
        other.days.close();
        objects.addAll(other.objects);
        rows.merge(other.rows);
        other.callsByDistribution.forEach(this::addCalls);
        other.objectsByLayout.forEach((layout, objects) -> objectsByLayout.merge(layout, objects, Long::sum));
        results.addAll(other.results);
        textBytes += other.textBytes;
        passedOverLines += other.passedOverLines;
        storedBytes += other.storedBytes;
        other.usedUp = true;
    }

    /** To be called when all is added: see {@link Tally#dropDuplicates}. Rows left out count as filtered. */
    public long dropDuplicates() throws IOException {
        long leftOut = tally.dropDuplicates();
        rows.leaveOut(leftOut);
        return leftOut;
    }

    /** Whether nothing has been added yet. */
    boolean isEmpty() {
        return rows.read() == 0 && results.isEmpty();
    }

    /** Bytes by which this has grown since it was last asked. */
    long gained() {
        long before = weighed;
        weighed = tally.weight() + (byDay ? days.weight() : 0);
        return weighed - before;
    }

    /** Bytes it weighed when it was last asked. */
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

    /** Adds what became of an object that no thread read. */
    public void addResult(ObjectResult result) {
        results.add(result);
    }

    void addTextBytes(long bytes) {
        textBytes += bytes;
    }

    void addPassedOverLines(long lines) {
        passedOverLines += lines;
    }

    /** Adds bytes received, where nobody watches who would count them. */
    public void addStoredBytes(long bytes) {
        storedBytes += bytes;
    }

    /** Bytes received, as far as they were {@linkplain #addStoredBytes added}. */
    public long storedBytes() {
        return storedBytes;
    }

    /** The rows of one UTC day, which then are no longer here; up to the caller to close. */
    public PartialAggregate takeDay(long day, RunSettings settings) throws IOException {
        PartialAggregate one = new PartialAggregate(settings);
        one.days.put(day, days.take(day));
        return one;
    }

    /** Makes room for merging: what weighs much goes to a temporary file. */
    public void spillDays() throws IOException {
        days.spillTo(SPARED);
    }

    void addObject(DatedObject object) {
        objects.add(object);
    }

    /** The rows of each UTC day, if that is what the run keeps; then they are not in the tally. */
    public DayTallies days() {
        return days;
    }

    /** Forgets the objects that are stored elsewhere by now; the others are damaged or lost. */
    public void forgetStored() {
        objects.removeIf(each -> each.object().isWhole());
    }

    /** The objects that were counted and what of each, in no order, if the run keeps them. */
    public List<DatedObject> objects() {
        return objects;
    }

    /** All counted rows; of a run that keeps days only those of damaged objects. */
    public Tally tally() {
        return tally;
    }

    public RowCounts rows() {
        return rows;
    }

    /** Objects that name no columns, by the known layout that they are read by. */
    public Map<String, Long> objectsByLayout() {
        return Map.copyOf(objectsByLayout);
    }

    /** Calls by the id of the distribution that the object's name tells, where it tells one. */
    public Map<String, Long> callsByDistribution() {
        return Map.copyOf(callsByDistribution);
    }

    /** What became of each object, in no order. */
    public List<ObjectResult> results() {
        return List.copyOf(results);
    }

    /** Bytes of log text read, unzipped. */
    public long textBytes() {
        return textBytes;
    }

    /** Lines of other kinds of logs that stood between request rows. */
    public long passedOverLines() {
        return passedOverLines;
    }

    @Override
    public void close() {
        if (usedUp) {
            return;
        }
        tally.close();
        days.close();
    }
}
