package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.StoredEnum;
import dev.pathrank.log.LogType;
import dev.pathrank.log.Row;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One tally for each distribution, UTC hour and type of log, kept apart until all types that cover an hour are known. A
 * sum like the tally itself: merging merges tallies of the same key, and the choice is made at the end, so the order of
 * arrival does not matter.
 */
final class HourlyTallies implements AutoCloseable {
    private static final int SECONDS_PER_HOUR = 3600;
    private static final Key NONE = new Key(0, Long.MIN_VALUE, LogType.V2);

    private final KeyedTallies<Key> tallies;
    private Key lastKey = NONE;
    private @Nullable Tally last;

    /** The key of a tally. The types of one distribution's hour are neighbours, the most detailed first. */
    private record Key(long domain, long hour, LogType logType) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byDomain = Long.compare(domain, other.domain);
            int byHour = byDomain == 0 ? Long.compare(hour, other.hour) : byDomain;
            return byHour == 0 ? logType.compareTo(other.logType) : byHour;
        }

        boolean isOfSameHour(Key other) {
            return domain == other.domain && hour == other.hour;
        }
    }

    /** @param options of each of the tallies */
    HourlyTallies(TallyOptions options) {
        this.tallies = new KeyedTallies<>(options);
    }

    /** Counts a row in the tally of its key. */
    void add(Row row) throws IOException {
        long hour = Math.floorDiv(row.epochSecond(), SECONDS_PER_HOUR);
        long domain = row.domainHash();
        Tally tally = last;
        if (tally == null
                || lastKey.hour() != hour
                || lastKey.domain() != domain
                || lastKey.logType() != row.logType()) {
            lastKey = new Key(domain, hour, row.logType());
            tally = tallies.of(lastKey);
            last = tally;
        }
        tally.add(row);
    }

    /** Adds everything that {@code other} holds; {@code other} is used up. */
    void merge(HourlyTallies other) throws IOException {
        tallies.merge(other.tallies);
        other.forgetLast();
    }

    /**
     * Writes all tallies in the order of their keys and uses them up: only one spilled tally is in memory at a time.
     */
    void write(CborWriter out) throws IOException {
        forgetLast();
        out.begin();
        for (Key key : tallies.keys()) {
            out.number(key.domain());
            out.number(key.hour());
            out.number(key.logType().code());
            try (Tally rows = tallies.take(key)) {
                rows.write(out);
            }
        }
        out.end();
    }

    /**
     * Reads what {@link #write} wrote. Nothing may have been counted before.
     *
     * @param options of each of the tallies
     */
    void readInto(CborReader in, TallyOptions options) throws IOException {
        LogType[] logTypes = StoredEnum.byCode(LogType.values());
        in.begin();
        while (in.more()) {
            Key key = new Key(in.number(), in.number(), logTypes[in.number(logTypes.length - 1)]);
            tallies.put(key, Tally.read(in, options));
        }
        in.end();
    }

    /** Returns the estimated weight of those in memory in bytes. */
    long weight() {
        return tallies.weight();
    }

    /** Moves the heaviest to a temporary file until the rest weighs at most {@code most} bytes. */
    void spillTo(long most) throws IOException {
        tallies.spillTo(most);
        forgetLast();
    }

    /**
     * Merges the most detailed tally of every hour into another one, and drops the others.
     *
     * @return rows that were left out
     */
    long moveRichestInto(Tally into) throws IOException {
        forgetLast();
        long leftOut = 0;
        Key before = NONE;
        for (Key key : tallies.keys()) {
            Tally rows = tallies.take(key);
            if (key.isOfSameHour(before)) {
                leftOut += rows.rows();
                rows.close();
            } else {
                before = key;
                rows.settle();
                into.merge(rows);
            }
        }
        return leftOut;
    }

    private void forgetLast() {
        lastKey = NONE;
        last = null;
    }

    /** Removes what was spilled to disk. */
    @Override
    public void close() {
        tallies.close();
    }
}
