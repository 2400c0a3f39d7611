package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.tally.seconds.SpillFile;
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
import org.jspecify.annotations.Nullable;

/**
 * Tallies by a key, such as a day. Together they may not fit memory, so the heaviest can be put into a temporary file
 * until their key is {@linkplain #take taken}. Not safe for use by several threads at a time.
 *
 * @param <K> the type of the key
 */
final class KeyedTallies<K extends Comparable<K>> implements AutoCloseable {
    /** The weight of an empty tally in bytes: its buffers and roots. */
    private static final long EMPTY = 8L << 10;

    private final TallyOptions options;
    private final TreeMap<K, Tally> tallies = new TreeMap<>();
    private final Map<K, List<Spilled>> spilled = new TreeMap<>();
    private final List<SpillFile> files = new ArrayList<>();
    /** The file that is written to; null before the first spill. */
    private @Nullable SpillFile file;

    /** The place of a spilled tally. */
    private record Spilled(SpillFile file, SpillFile.Part part) {}

    /** @param options of each of the tallies */
    KeyedTallies(TallyOptions options) {
        this.options = options;
    }

    /**
     * Returns the tally in memory for a key, created if there is none. It stays valid until the key is taken, or
     * {@link #merge} or {@link #spillTo} is called.
     */
    Tally of(K key) {
        return tallies.computeIfAbsent(key, unseen -> new Tally(options));
    }

    /** Adds everything that {@code other} holds in memory and in its files; {@code other} is used up. */
    void merge(KeyedTallies<K> other) throws IOException {
        for (Map.Entry<K, Tally> each : other.tallies.entrySet()) {
            put(each.getKey(), each.getValue());
        }
        other.tallies.clear();
        other.spilled.forEach((key, parts) ->
                spilled.computeIfAbsent(key, unseen -> new ArrayList<>()).addAll(parts));
        files.addAll(other.files);
        other.spilled.clear();
        other.files.clear();
        other.file = null;
    }

    /** Adds everything that {@code tally} holds to a key; it is used up. */
    void put(K key, Tally tally) throws IOException {
        Tally here = tallies.putIfAbsent(key, tally);
        if (here != null) {
            here.merge(tally);
        }
    }

    /** Returns the estimated weight of the tallies in memory in bytes, their seconds included. */
    long weight() {
        return tallies.values().stream().mapToLong(KeyedTallies::weight).sum();
    }

    private static long weight(Tally tally) {
        return tally.weight() + tally.secondsWeight() + EMPTY;
    }

    /** Moves the heaviest to a temporary file until the rest weighs at most {@code most} bytes. */
    void spillTo(long most) throws IOException {
        long weight = weight();
        if (weight <= most) {
            return;
        }
        List<Map.Entry<K, Tally>> heaviest = new ArrayList<>();
        tallies.forEach((key, tally) -> heaviest.add(Map.entry(key, tally)));
        heaviest.sort(Comparator.comparingLong(each -> -weight(each.getValue())));
        for (Map.Entry<K, Tally> each : heaviest) {
            if (weight <= most) {
                break;
            }
            weight -= weight(each.getValue());
            spill(each.getKey(), each.getValue());
        }
    }

    private void spill(K key, Tally heavy) throws IOException {
        SpillFile into = file;
        if (into == null) {
            into = SpillFile.create(options.tmpDir());
            files.add(into);
            file = into;
        }
        long from = into.length();
        tallies.remove(key);
        try (Tally tally = heavy) {
            BufferedOutputStream out = new BufferedOutputStream(into.end(), 1 << 16);
            CborWriter cbor = new CborWriter(out);
            tally.write(cbor);
            cbor.flush();
            out.flush();
        }
        spilled.computeIfAbsent(key, unseen -> new ArrayList<>())
                .add(new Spilled(into, new SpillFile.Part(from, into.length() - from)));
    }

    /** Returns the keys that have a tally, in their order. */
    SortedSet<K> keys() {
        SortedSet<K> all = new TreeSet<>(tallies.keySet());
        all.addAll(spilled.keySet());
        return all;
    }

    /** Returns counted rows by key. Call it before anything was spilled. */
    Map<K, Long> rows() {
        Map<K, Long> rows = new TreeMap<>();
        tallies.forEach((key, tally) -> rows.put(key, tally.rows()));
        return rows;
    }

    /** Returns all rows of a key and removes them here; the caller closes the tally. */
    Tally take(K key) throws IOException {
        Tally sum = tallies.remove(key);
        if (sum == null) {
            sum = new Tally(options);
        }
        List<Spilled> parts = spilled.remove(key);
        for (Spilled each : parts == null ? List.<Spilled>of() : parts) {
            sum.merge(Tally.read(
                    new CborReader(new BufferedInputStream(each.file().in(each.part()), 1 << 16)), options));
        }
        return sum;
    }

    /** Removes what was spilled to disk. */
    @Override
    public void close() {
        tallies.values().forEach(Tally::close);
        tallies.clear();
        files.forEach(SpillFile::close);
        files.clear();
    }
}
