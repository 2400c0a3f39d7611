package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Rows by one field, such as the host. Exact for the {@value #MOST} values with the smallest hashes, whatever the order
 * of the rows; the others are dropped.
 */
public final class SeenValues {
    /** The most values that are kept. */
    static final int MOST = 64;

    private static final int LONGEST = 255;
    private static final Comparator<Value> LARGEST =
            Comparator.comparingLong(Value::rows).reversed().thenComparing(Value::text);

    private final long[] hashes = new long[MOST + 1];
    private final String[] texts = new String[MOST + 1];
    private final long[] rows = new long[MOST + 1];
    private int size;
    private int last;
    private boolean hasMore;

    /**
     * A value of the field.
     *
     * @param text as in the log, cut at {@value SeenValues#LONGEST} bytes
     * @param rows rows that have it
     */
    public record Value(String text, long rows) {}

    /** Adds one row. */
    void add(ByteSlice value) {
        long hash = Hash.of(value);
        if (last < size && hashes[last] == hash) {
            rows[last]++;
            return;
        }
        int at = Arrays.binarySearch(hashes, 0, size, hash);
        if (at >= 0) {
            rows[at]++;
            last = at;
        } else if (isKept(-at - 1)) {
            int length = Math.min(value.length(), LONGEST);
            insert(-at - 1, hash, new String(value.array(), value.from(), length, StandardCharsets.ISO_8859_1), 1);
        }
    }

    /** Adds everything that {@code other} holds. */
    void merge(SeenValues other) {
        hasMore |= other.hasMore;
        for (int i = 0; i < other.size; i++) {
            add(other.hashes[i], other.texts[i], other.rows[i]);
        }
    }

    private void add(long hash, String text, long more) {
        int at = Arrays.binarySearch(hashes, 0, size, hash);
        if (at >= 0) {
            rows[at] += more;
        } else if (isKept(-at - 1)) {
            insert(-at - 1, hash, text, more);
        }
    }

    private boolean isKept(int at) {
        hasMore |= size == MOST;
        return at < MOST;
    }

    private void insert(int at, long hash, String text, long count) {
        System.arraycopy(hashes, at, hashes, at + 1, size - at);
        System.arraycopy(texts, at, texts, at + 1, size - at);
        System.arraycopy(rows, at, rows, at + 1, size - at);
        hashes[at] = hash;
        texts[at] = text;
        rows[at] = count;
        size = Math.min(size + 1, MOST);
        last = at;
    }

    /** Returns the {@code most} values with the most rows, or all if there are fewer. */
    public List<Value> largest(int most) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(new Value(texts[i], rows[i]));
        }
        return values.stream().sorted(LARGEST).limit(most).toList();
    }

    /** Returns whether there are more than {@code named} values. */
    public boolean hasMoreThan(int named) {
        return hasMore || size > named;
    }

    /** Writes the values in the order of their hashes. */
    void write(CborWriter out) throws IOException {
        out.number(hasMore ? 1 : 0);
        out.begin();
        for (int i = 0; i < size; i++) {
            out.number(hashes[i]);
            out.text(texts[i]);
            out.number(rows[i]);
        }
        out.end();
    }

    /** Adds what {@link #write} wrote. */
    void readInto(CborReader in) throws IOException {
        hasMore |= in.number(1) == 1;
        in.begin();
        while (in.more()) {
            add(in.number(), in.text(), in.number());
        }
        in.end();
    }
}
