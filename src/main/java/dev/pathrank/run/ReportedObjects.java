package dev.pathrank.run;

import dev.pathrank.report.RunSummary;
import dev.pathrank.source.KeyHour;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.file.CountedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The objects and rows of a report that also holds what earlier runs counted. Sums alone: objects are not kept unless they are to be saved. */
public final class ReportedObjects {
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
     * @param keeps whether the objects are wanted one by one
     */
    ReportedObjects(boolean isMore, boolean keeps) {
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

    /** Whether the report holds more than this run has read. */
    public boolean isMore() {
        return isMore;
    }

    public RowCounts rows() {
        return rows;
    }

    /** Objects that are in the report, whoever read them. */
    public RunSummary.ObjectCounts counts() {
        return new RunSummary.ObjectCounts(read + skipped + failed, read, skipped, failed);
    }

    public Map<String, Long> callsByDistribution() {
        return callsByDistribution;
    }

    public long passedOverLines() {
        return passedOverLines;
    }

    /** Whether any request log is among them. */
    public boolean hasLogs() {
        return read > 0 || rows.read() > 0;
    }

    public boolean isComplete() {
        return failed == 0;
    }

    /** Every object, in order. */
    public List<CountedObject> objects() {
        return objects.stream().sorted(CountedObject.ORDER).toList();
    }
}
