package dev.pathrank.run;

import dev.pathrank.source.KeyHour;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.file.CountedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Numbers of the objects and rows in a report that also holds what earlier runs counted. The objects themselves are
 * kept only where they are to be saved, since a state may know millions.
 */
public final class ReportTotals {
    private final RowCounts rows = new RowCounts();
    private final SortedMap<String, Long> callsByDistribution = new TreeMap<>();
    private final boolean isMore;
    private final boolean keeps;
    private final List<CountedObject> objects = new ArrayList<>();
    private long read;
    private long skipped;
    private long failed;
    private long passedOverLines;

    /**
     * @param isMore whether the report holds more than this run has read
     * @param keeps whether {@link #objects} is going to be asked for
     */
    ReportTotals(boolean isMore, boolean keeps) {
        this.isMore = isMore;
        this.keeps = keeps;
    }

    void add(CountedObject object) {
        switch (object.outcome()) {
            case READ -> read++;
            case OTHER_LOG -> skipped++;
            case DAMAGED, LOST -> failed++;
        }
        rows.merge(object.rows());
        passedOverLines += object.passedOverLines();
        KeyHour.of(object.name())
                .filter(key -> object.rows().counted() > 0)
                .ifPresent(key -> callsByDistribution.merge(
                        key.distribution(), object.rows().counted(), Long::sum));
        if (keeps) {
            objects.add(object);
        }
    }

    /** Returns whether the report holds more than this run has read. */
    boolean isMore() {
        return isMore;
    }

    /** Returns the numbers of rows in the report. */
    public RowCounts rows() {
        return rows;
    }

    /** Returns the numbers of objects in the report. */
    public ObjectCounts counts() {
        return new ObjectCounts(read, skipped, failed);
    }

    /** Returns the counted rows by the distribution that the object's name tells. */
    Map<String, Long> callsByDistribution() {
        return callsByDistribution;
    }

    /** Returns the number of lines of other logs that stood between request rows. */
    long passedOverLines() {
        return passedOverLines;
    }

    /** Returns whether any request log is among the objects. */
    boolean hasLogs() {
        return read > 0 || rows.read() > 0;
    }

    /** Returns whether no object failed. */
    boolean isComplete() {
        return failed == 0;
    }

    /** Returns every object, in order. */
    List<CountedObject> objects() {
        return objects.stream().sorted(CountedObject.ORDER).toList();
    }
}
