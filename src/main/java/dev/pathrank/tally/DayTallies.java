package dev.pathrank.tally;

import dev.pathrank.log.Row;
import dev.pathrank.wire.WireReader;
import dev.pathrank.wire.WireWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rows counted by UTC day, each day a tally of its own. Many days at once would be too many tallies for memory, so that the heaviest can be put into a
 * temporary file until their day is {@linkplain #take taken}. Not safe for use by several threads at a time.
 */
public final class DayTallies implements RowSink, AutoCloseable {
    /** What an open tally weighs however little it holds: its buffers and roots. */
    private static final long EMPTY = 8L << 10;

    private final TallyOptions options;
    private final TreeMap<Long, Tally> days = new TreeMap<>();
    private final Map<Long, List<SpillFile.Part>> spilled = new TreeMap<>();
    private SpillFile file;
    private long latest = Long.MIN_VALUE;
    private Tally latestTally;

    public DayTallies(TallyOptions options) {
        this.options = options;
    }

    @Override
    public void add(Row row) throws IOException {
        long day = Math.floorDiv(row.epochSecond(), SecondLog.SECONDS_PER_DAY);
        if (day != latest) {
            latestTally = days.computeIfAbsent(day, key -> new Tally(options));
            latest = day;
        }
        latestTally.add(row);
    }

    /** Adds all that {@code other} holds, none of which may have been spilled; {@code other} is used up. */
    public void merge(DayTallies other) throws IOException {
        if (!other.spilled.isEmpty()) {
            throw new IllegalStateException("days were spilled");
        }
        for (Map.Entry<Long, Tally> day : other.days.entrySet()) {
            put(day.getKey(), day.getValue());
        }
        other.days.clear();
        other.forgetLatest();
    }

    /** Adds all rows of {@code tally}, which are of one day; it is used up. */
    public void put(long day, Tally tally) throws IOException {
        forgetLatest();
        Tally here = days.putIfAbsent(day, tally);
        if (here != null) {
            here.merge(tally);
        }
    }

    /** What the days in memory are reckoned to weigh, in bytes, their seconds included. */
    public long weight() {
        long sum = 0;
        for (Tally day : days.values()) {
            sum += day.weight() + day.secondsWeight() + EMPTY;
        }
        return sum;
    }

    /** Puts the heaviest days into a temporary file until what is left weighs at most {@code most}. */
    public void lighten(long most) throws IOException {
        long weight = weight();
        if (weight <= most) {
            return;
        }
        List<Map.Entry<Long, Tally>> heaviest = new ArrayList<>(days.entrySet());
        heaviest.sort(Comparator.comparingLong(
                day -> -(day.getValue().weight() + day.getValue().secondsWeight())));
        for (Map.Entry<Long, Tally> day : heaviest) {
            if (weight <= most) {
                break;
            }
            weight -= day.getValue().weight() + day.getValue().secondsWeight() + EMPTY;
            spill(day.getKey());
        }
        forgetLatest();
    }

    private void spill(long day) throws IOException {
        if (file == null) {
            file = SpillFile.create(options.tmpDir());
        }
        long from = file.length();
        try (Tally tally = days.remove(day)) {
            BufferedOutputStream out = new BufferedOutputStream(file.end(), 1 << 16);
            WireWriter wire = new WireWriter(out);
            tally.write(wire);
            wire.flush();
            out.flush();
        }
        spilled.computeIfAbsent(day, key -> new ArrayList<>()).add(new SpillFile.Part(from, file.length() - from));
    }

    /** The days that have a row, as days since 1970-01-01, in order. */
    public SortedSet<Long> days() {
        SortedSet<Long> all = new TreeSet<>(days.keySet());
        all.addAll(spilled.keySet());
        return all;
    }

    /** Counted rows by day; to be asked before anything was spilled. */
    public Map<Long, Long> rowsByDay() {
        Map<Long, Long> rows = new TreeMap<>();
        days.forEach((day, tally) -> rows.put(day, tally.rows()));
        return rows;
    }

    /** All rows of a day, which are then no longer here; up to the caller to close. */
    public Tally take(long day) throws IOException {
        forgetLatest();
        Tally sum = days.remove(day);
        if (sum == null) {
            sum = new Tally(options);
        }
        List<SpillFile.Part> parts = spilled.remove(day);
        for (SpillFile.Part part : parts == null ? List.<SpillFile.Part>of() : parts) {
            sum.merge(Tally.read(new WireReader(new BufferedInputStream(file.in(part), 1 << 16)), options));
        }
        return sum;
    }

    private void forgetLatest() {
        latest = Long.MIN_VALUE;
        latestTally = null;
    }

    /** Removes what was spilled to disk. */
    @Override
    public void close() {
        days.values().forEach(Tally::close);
        days.clear();
        if (file != null) {
            file.close();
        }
    }
}
