package dev.pathrank.tally.file;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.time.UtcDay;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The conditions under which a tally may be added to another.
 *
 * @param schema {@link dev.pathrank.tally.TallySchema#of}
 * @param settings options that decide which rows count and how they fold, by name; options not given are left out
 * @param span the time of its rows
 */
public record TallyHeader(long schema, SortedMap<String, String> settings, Span span) {
    public TallyHeader {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** Writes it as one list. */
    public void write(CborWriter out) throws IOException {
        out.begin();
        out.number(schema);
        out.begin();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            out.text(setting.getKey());
            out.text(setting.getValue());
        }
        out.end();
        out.number(span.from());
        out.number(span.to());
        out.end();
    }

    /** Reads what {@link #write} wrote. */
    public static TallyHeader read(CborReader in) throws IOException {
        in.begin();
        long schema = in.number();
        SortedMap<String, String> settings = new TreeMap<>();
        in.begin();
        while (in.more()) {
            settings.put(in.text(), in.text());
        }
        in.end();
        long from = in.number();
        long to = in.number();
        in.end();
        if (from >= to || !isTime(from, Long.MIN_VALUE) || !isTime(to, Long.MAX_VALUE)) {
            throw new DamagedFileException("holds a span from " + from + " to " + to);
        }
        return new TallyHeader(schema, settings, new Span(from, to));
    }

    /** Returns whether a second is in a calendar, or stands for no bound. */
    private static boolean isTime(long second, long unbounded) {
        return second == unbounded || Math.abs(second) <= 2 * UtcDay.LAST_SECOND;
    }
}
