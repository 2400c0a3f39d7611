package dev.pathrank.tally;

import dev.pathrank.log.LogFamily;
import dev.pathrank.log.Row;
import dev.pathrank.wire.WireReader;
import dev.pathrank.wire.WireWriter;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A tally for each distribution, UTC hour and kind of log, kept apart until it shows which kinds cover an hour. A sum like the tally
 * itself: merging merges what has the same key, and what counts is chosen at the end, so that no order of arrival matters.
 *
 * <p>Memory: as much as a tally needs for what one hour holds, times hours and kinds.
 */
final class HourlyTallies implements AutoCloseable {
    private static final int SECONDS_PER_HOUR = 3600;

    private final Supplier<Tally> empty;
    private final TreeMap<Key, Tally> tallies = new TreeMap<>();
    private Key lastKey = new Key(0, Long.MIN_VALUE, LogFamily.V2);
    private Tally last;

    /** Sorted so that the kinds of one distribution's hour stand together, the richest first. */
    private record Key(long domain, long hour, LogFamily family) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byDomain = Long.compare(domain, other.domain);
            int byHour = byDomain == 0 ? Long.compare(hour, other.hour) : byDomain;
            return byHour == 0 ? family.compareTo(other.family) : byHour;
        }

        boolean isOfSameHour(Key other) {
            return domain == other.domain && hour == other.hour;
        }
    }

    /** @param empty makes the tallies */
    HourlyTallies(Supplier<Tally> empty) {
        this.empty = empty;
    }

    /** Counts a row where it belongs. */
    void add(Row row) throws IOException {
        long hour = row.epochSecond() / SECONDS_PER_HOUR;
        long domain = row.domainHash();
        if (last == null || lastKey.hour() != hour || lastKey.domain() != domain || lastKey.family() != row.family()) {
            lastKey = new Key(domain, hour, row.family());
            last = tallies.computeIfAbsent(lastKey, unseen -> empty.get());
        }
        last.add(row);
    }

    /** Adds all that {@code other} holds, which is then used up. */
    void merge(HourlyTallies other) throws IOException {
        for (Map.Entry<Key, Tally> each : other.tallies.entrySet()) {
            Tally own = tallies.putIfAbsent(each.getKey(), each.getValue());
            if (own != null) {
                own.merge(each.getValue());
            }
        }
        other.tallies.clear();
        other.last = null;
    }

    /** Writes all of them, in their order. */
    void write(WireWriter out) throws IOException {
        out.begin();
        for (Map.Entry<Key, Tally> each : tallies.entrySet()) {
            out.number(each.getKey().domain());
            out.number(each.getKey().hour());
            out.number(each.getKey().family().ordinal());
            each.getValue().write(out);
        }
        out.end();
    }

    /**
     * Reads what {@link #write} wrote; nothing may have been counted before.
     *
     * @param options of each of them
     */
    void readInto(WireReader in, TallyOptions options) throws IOException {
        LogFamily[] families = LogFamily.values();
        in.begin();
        while (in.more()) {
            Key key = new Key(in.number(), in.number(), families[in.number(families.length - 1)]);
            tallies.put(key, Tally.read(in, options));
        }
        in.end();
    }

    /** What all of them are reckoned to weigh, in bytes. */
    long weight() {
        return tallies.values().stream().mapToLong(Tally::weight).sum();
    }

    /**
     * Hands over the richest tally of every hour, and forgets the others.
     *
     * @return rows that were left out
     */
    long moveRichestInto(Tally into) throws IOException {
        long leftOut = 0;
        Key before = null;
        while (!tallies.isEmpty()) {
            Map.Entry<Key, Tally> each = tallies.pollFirstEntry();
            if (before != null && before.isOfSameHour(each.getKey())) {
                leftOut += each.getValue().rows();
                each.getValue().close();
            } else {
                before = each.getKey();
                each.getValue().settle();
                into.merge(each.getValue());
            }
        }
        last = null;
        return leftOut;
    }

    @Override
    public void close() {
        tallies.values().forEach(Tally::close);
    }
}
