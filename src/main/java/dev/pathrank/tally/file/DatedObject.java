package dev.pathrank.tally.file;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A counted object and the UTC days of its rows.
 *
 * @param object with all of its rows
 * @param rowsByDay its counted rows by day since 1970-01-01, in order of the days; empty where days are not kept
 */
public record DatedObject(CountedObject object, Map<Long, Long> rowsByDay) {
    public DatedObject {
        rowsByDay = Collections.unmodifiableSortedMap(new TreeMap<>(rowsByDay));
    }

    /** Returns the object within a span of whole days: rows of other days count as filtered. */
    public CountedObject in(Span span) {
        long calls = rowsByDay.entrySet().stream()
                .filter(day -> span.holds(Span.ofDay(day.getKey())))
                .mapToLong(Map.Entry::getValue)
                .sum();
        RowCounts rows = object.rows().countedOnly(calls);
        return new CountedObject(
                object.name(), object.version(), object.outcome(), rows, object.passedOverLines(), object.textBytes());
    }

    /** Returns whether it has a row in a span of whole days. */
    public boolean reaches(Span span) {
        return rowsByDay.keySet().stream().anyMatch(day -> span.holds(Span.ofDay(day)));
    }

    /** Writes it as one list. */
    public void write(CborWriter out) throws IOException {
        out.begin();
        object.write(out);
        for (Map.Entry<Long, Long> day : rowsByDay.entrySet()) {
            out.number(day.getKey());
            out.number(day.getValue());
        }
        out.end();
    }

    /** Reads what {@link #write} wrote. */
    public static DatedObject read(CborReader in) throws IOException {
        in.begin();
        CountedObject object = CountedObject.read(in);
        SortedMap<Long, Long> rowsByDay = new TreeMap<>();
        long left = object.rows().counted();
        while (in.more()) {
            long day = in.number(rowsByDay.isEmpty() ? 0 : rowsByDay.lastKey() + 1, UtcDay.LAST);
            long rows = in.number(0, left);
            left -= rows;
            rowsByDay.put(day, rows);
        }
        in.end();
        return new DatedObject(object, rowsByDay);
    }
}
