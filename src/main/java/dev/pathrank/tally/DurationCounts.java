package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.DamagedFileException;
import dev.pathrank.log.DurationField;
import java.io.IOException;
import java.util.Arrays;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The durations of timed origin calls: counts in {@link DurationBuckets}, exact sums and an exact maximum.
 *
 * <p>Few distinct buckets are kept as pairs, many as one array from the lowest to the highest; only their number
 * decides.
 */
final class DurationCounts {
    private static final int COUNT_BITS = 48;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;
    private static final int FIRST_PAIRS = 2;
    /** A sixteenth of what fits a pair, so that files can be added up. */
    private static final long MOST_OF_A_FILE = 1L << 44;

    private static final double ROUNDING = 1.001;
    private static final int STEP_MS = 100;
    private static final long[] NO_PAIRS = {};

    private final int exact;
    private long[] pairs = new long[FIRST_PAIRS];
    private int distinct;
    /** Null while there are pairs. */
    private long @Nullable [] counts;

    private int lowest;
    private long count;
    private long sumMs;
    /** Whole steps of 100 ms that the calls take, each rounded up by itself and at least one. */
    private long steps;

    private int maxMs;
    private int fields;

    /** @param exact most distinct buckets that are kept as pairs */
    DurationCounts(int exact) {
        this.exact = exact;
    }

    /** @param calls calls that took that long */
    void add(int ms, DurationField field, int calls) {
        addTo(DurationBuckets.of(ms), calls);
        count += calls;
        sumMs += (long) ms * calls;
        steps += (long) Math.max(1, (ms - 1) / STEP_MS + 1) * calls;
        maxMs = Math.max(maxMs, ms);
        fields |= 1 << field.code();
    }

    void absorb(DurationCounts other) {
        if (other.counts == null) {
            for (int i = 0; i < other.distinct; i++) {
                addTo((int) (other.pairs[i] >>> COUNT_BITS), other.pairs[i] & COUNT_MASK);
            }
        } else {
            for (int i = 0; i < other.counts.length; i++) {
                if (other.counts[i] != 0) {
                    addTo(other.lowest + i, other.counts[i]);
                }
            }
        }
        count += other.count;
        sumMs += other.sumMs;
        steps += other.steps;
        maxMs = Math.max(maxMs, other.maxMs);
        fields |= other.fields;
    }

    private void addTo(int bucket, long calls) {
        if (counts != null) {
            addToArray(counts, bucket, calls);
            return;
        }
        for (int i = 0; i < distinct; i++) {
            if (pairs[i] >>> COUNT_BITS == bucket) {
                pairs[i] += calls;
                return;
            }
        }
        if (distinct == exact) {
            addToArray(spread(), bucket, calls);
            return;
        }
        if (distinct == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.min(exact, 2 * distinct));
        }
        pairs[distinct++] = (long) bucket << COUNT_BITS | calls;
    }

    /** Turns the pairs into an array. */
    private long[] spread() {
        long[] array = new long[1];
        lowest = (int) (pairs[0] >>> COUNT_BITS);
        for (int i = 0; i < distinct; i++) {
            array = addToArray(array, (int) (pairs[i] >>> COUNT_BITS), pairs[i] & COUNT_MASK);
        }
        pairs = NO_PAIRS;
        return array;
    }

    /**
     * Adds to a bucket of {@code array}, or of a wider copy where it has no such bucket; that becomes {@link #counts}.
     */
    private long[] addToArray(long[] array, int bucket, long calls) {
        long[] all = array;
        if (bucket < lowest || bucket >= lowest + array.length) {
            int from = Math.min(bucket, lowest);
            int to = Math.max(bucket + 1, lowest + array.length);
            all = new long[to - from];
            System.arraycopy(array, 0, all, lowest - from, array.length);
            lowest = from;
        }
        all[bucket - lowest] += calls;
        counts = all;
        return all;
    }

    /**
     * Writes count, sum, steps, maximum, fields, then each bucket as its distance from the one before and its count.
     */
    void write(CborWriter out) throws IOException {
        out.begin();
        out.number(count);
        out.number(sumMs);
        out.number(steps);
        out.number(maxMs);
        out.number(fields);
        long[] all = all();
        int before = 0;
        for (int bucket = 0; bucket < all.length; bucket++) {
            if (all[bucket] != 0) {
                out.number(bucket - before);
                out.number(all[bucket]);
                before = bucket;
            }
        }
        out.end();
    }

    /**
     * Reads what {@link #write} wrote; this must be empty.
     *
     * @param most calls that can have been timed
     */
    void readInto(CborReader in, long most) throws IOException {
        in.begin();
        count = in.number(1, Math.min(most, MOST_OF_A_FILE));
        sumMs = in.number(0, Long.MAX_VALUE / 2);
        steps = in.number(0, Long.MAX_VALUE / STEP_MS / 2);
        maxMs = in.number(Integer.MAX_VALUE);
        fields = in.number((1 << DurationField.values().length) - 1);
        int bucket = 0;
        long left = count;
        while (in.more()) {
            bucket += in.number(DurationBuckets.count() - 1 - bucket);
            long calls = in.number(1, left);
            left -= calls;
            addTo(bucket, calls);
        }
        in.end();
        boolean rounded = steps >= count && steps * STEP_MS >= sumMs && steps * STEP_MS <= sumMs + count * STEP_MS;
        if (left != 0 || !rounded || sumMs > (double) maxMs * count * ROUNDING) {
            throw new DamagedFileException("has durations that do not add up");
        }
    }

    private long[] all() {
        long[] all = new long[DurationBuckets.count()];
        if (counts == null) {
            for (int i = 0; i < distinct; i++) {
                all[(int) (pairs[i] >>> COUNT_BITS)] += pairs[i] & COUNT_MASK;
            }
        } else {
            System.arraycopy(counts, 0, all, lowest, counts.length);
        }
        return all;
    }

    /** Returns the summary; null where nothing was timed. */
    @Nullable
    DurationSummary summary() {
        if (count == 0) {
            return null;
        }
        long[] all = all();
        return new DurationSummary(
                count,
                sumMs,
                steps * STEP_MS,
                quantile(all, 50),
                quantile(all, 95),
                quantile(all, 99),
                maxMs,
                fieldNames());
    }

    /** Returns all durations by their classes. */
    DurationDistribution distribution() {
        return new DurationDistribution(all(), maxMs, fieldNames());
    }

    /** Returns the ⌈n·percent/100⌉-th smallest. */
    private long quantile(long[] all, int percent) {
        long place = Math.floorDiv(Math.multiplyExact(count, percent) + 99, 100);
        long seen = 0;
        for (int bucket = 0; bucket < all.length; bucket++) {
            seen += all[bucket];
            if (seen >= place) {
                return Math.min(DurationBuckets.middle(bucket), maxMs);
            }
        }
        throw new IllegalStateException(seen + " durations counted, " + count + " added");
    }

    private String fieldNames() {
        StringJoiner names = new StringJoiner("+");
        for (DurationField field : DurationField.values()) {
            if ((fields >> field.code() & 1) != 0) {
                names.add(field.fieldName());
            }
        }
        return names.toString();
    }
}
