package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import java.io.IOException;
import java.util.Arrays;

/**
 * A sample of the rows of one hour and one type of log: their number, and the smallest hashes of their requests' ids.
 * The sample depends on the set of requests alone, so two samples of the same traffic are equal.
 */
final class HourSample {
    /** The most ids that are kept. */
    static final int MOST = 64;

    private static final int FIRST = 4;

    private long rows;
    private long[] smallest = new long[FIRST];
    private int size;

    /**
     * Counts a row.
     *
     * @param id hash of its request's id, or 0 where it has none
     */
    void add(long id) {
        rows++;
        if (id != 0) {
            note(id);
        }
    }

    /** Returns the rows counted. */
    long rows() {
        return rows;
    }

    /** Adds everything that {@code other} holds. */
    void merge(HourSample other) {
        rows += other.rows;
        for (int i = 0; i < other.size; i++) {
            note(other.smallest[i]);
        }
    }

    /** Writes the rows and the hashes in their order. */
    void write(CborWriter out) throws IOException {
        out.begin();
        out.number(rows);
        for (int i = 0; i < size; i++) {
            out.number(smallest[i]);
        }
        out.end();
    }

    /** Adds what {@link #write} wrote. */
    void readInto(CborReader in) throws IOException {
        in.begin();
        rows += in.number(1, CborReader.MOST);
        int ids = 0;
        while (in.more()) {
            if (ids++ == MOST) {
                throw new DamagedFileException("has a sample of more than " + MOST + " requests");
            }
            note(in.number());
        }
        in.end();
    }

    private void note(long id) {
        if (size == MOST && Long.compareUnsigned(id, smallest[MOST - 1]) >= 0) {
            return;
        }
        int at = size;
        while (at > 0 && Long.compareUnsigned(smallest[at - 1], id) > 0) {
            at--;
        }
        if (at > 0 && smallest[at - 1] == id) {
            return;
        }
        if (size == smallest.length && size < MOST) {
            smallest = Arrays.copyOf(smallest, 2 * size);
        }
        int moved = Math.min(size, MOST - 1) - at;
        System.arraycopy(smallest, at, smallest, at + 1, moved);
        smallest[at] = id;
        size = Math.min(size + 1, MOST);
    }

    /**
     * Returns about how many rows of the two samples belong to requests that both have.
     *
     * @return 0 where no id among the smallest of both together is in both
     */
    static long shared(HourSample one, HourSample other) {
        int i = 0;
        int j = 0;
        int looked = 0;
        int both = 0;
        while (looked < MOST && i < one.size && j < other.size) {
            int order = Long.compareUnsigned(one.smallest[i], other.smallest[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            both += order == 0 ? 1 : 0;
            looked++;
        }
        // Where one sample has no more ids, the rest of the other's count too: they are in that one alone.
        looked = Math.min(MOST, looked + one.size - i + other.size - j);
        // Shared requests are the part both/looked of all distinct requests, which are all rows minus the shared ones.
        return both == 0 ? 0 : Math.max(1, (one.rows + other.rows) * both / (looked + both));
    }
}
