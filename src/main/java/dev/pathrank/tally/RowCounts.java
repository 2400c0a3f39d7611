package dev.pathrank.tally;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.cbor.StoredEnum;
import dev.pathrank.log.LogType;
import dev.pathrank.log.OriginEvidence;
import dev.pathrank.log.RejectReason;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The outcome of every row: read = counted + filtered + rejected. A sum like the tally itself: merging is adding. Not
 * safe for use by several threads at a time.
 */
public final class RowCounts {
    private final long[] rejected = new long[RejectReason.values().length];
    private final long[] evidence = new long[OriginEvidence.values().length];
    private final long[] byLogType = new long[LogType.values().length];
    private long counted;
    private long filtered;
    private long odd;

    /**
     * Adds a row that counts.
     *
     * @param decided what decided whether it is an origin call
     */
    public void count(LogType logType, OriginEvidence decided) {
        counted++;
        byLogType[logType.code()]++;
        evidence[decided.code()]++;
    }

    /** Adds a row that a filter left out. */
    public void filter() {
        filtered++;
    }

    /** Adds a row that could not be used. */
    public void reject(RejectReason reason) {
        rejected[reason.code()]++;
    }

    /** Moves rows from the counted to the filtered ones. */
    public void leaveOut(long rows) {
        counted -= rows;
        filtered += rows;
        limitEvidence();
    }

    /** Adds rows longer or shorter than their header, which were counted, filtered or rejected before. */
    public void addOdd(long rows) {
        odd += rows;
    }

    /**
     * Reduces the rows by evidence to the counted rows, after some were taken away. Nearly every object has one kind of
     * evidence; where it has more, those that are left are divided like all.
     */
    private void limitEvidence() {
        long[] all = evidence.clone();
        long sum = 0;
        int largest = 0;
        for (int kind = 0; kind < all.length; kind++) {
            sum += all[kind];
            largest = all[kind] > all[largest] ? kind : largest;
        }
        long rest = counted;
        for (int kind = 0; kind < all.length; kind++) {
            evidence[kind] = sum == 0 || kind == largest ? 0 : Math.round((double) all[kind] * counted / sum);
            rest -= evidence[kind];
        }
        evidence[largest] = sum == 0 ? 0 : Math.max(0, rest);
    }

    /** Adds everything that {@code other} holds. */
    public void merge(RowCounts other) {
        counted += other.counted;
        filtered += other.filtered;
        odd += other.odd;
        addAll(rejected, other.rejected);
        addAll(evidence, other.evidence);
        addAll(byLogType, other.byLogType);
    }

    /**
     * Returns the rows of one object in two disjoint spans of time, each of which counts the other's rows as filtered;
     * neither is changed.
     *
     * @param other of the same object
     */
    public RowCounts ofBothSpans(RowCounts other) {
        RowCounts both = new RowCounts();
        both.merge(this);
        both.counted += other.counted;
        both.filtered -= other.counted;
        addAll(both.byLogType, other.byLogType);
        addAll(both.evidence, other.evidence);
        return both;
    }

    /** Returns the counts of the same object in a span of time that holds only {@code rows} of its counted rows. */
    public RowCounts countedOnly(long rows) {
        RowCounts some = new RowCounts();
        some.merge(this);
        some.filtered += counted - rows;
        some.counted = rows;
        for (int logType = 0; logType < byLogType.length; logType++) {
            // An object has one log type, except for files that people concatenated.
            some.byLogType[logType] = counted == 0 ? 0 : Math.round((double) byLogType[logType] * rows / counted);
        }
        some.limitEvidence();
        return some;
    }

    /** Writes all counts. */
    public void write(CborWriter out) throws IOException {
        out.begin();
        out.number(counted);
        out.number(filtered);
        out.number(odd);
        for (long rows : rejected) {
            out.number(rows);
        }
        for (long rows : evidence) {
            out.number(rows);
        }
        for (long rows : byLogType) {
            out.number(rows);
        }
        out.end();
    }

    /** Reads what {@link #write} wrote. */
    public static RowCounts read(CborReader in) throws IOException {
        RowCounts counts = new RowCounts();
        in.begin();
        counts.counted = in.count();
        counts.filtered = in.count();
        counts.odd = in.count();
        for (int at = 0; at < counts.rejected.length; at++) {
            counts.rejected[at] = in.count();
        }
        for (int at = 0; at < counts.evidence.length; at++) {
            counts.evidence[at] = in.count();
        }
        for (int at = 0; at < counts.byLogType.length; at++) {
            counts.byLogType[at] = in.count();
        }
        in.end();
        return counts;
    }

    /** Returns rows read: counted, filtered and rejected ones. */
    public long read() {
        return counted + filtered + rejected();
    }

    public long counted() {
        return counted;
    }

    /** Returns the counted rows of one log type. */
    public long counted(LogType logType) {
        return byLogType[logType.code()];
    }

    public long filtered() {
        return filtered;
    }

    /** Returns the rows longer or shorter than their header, which were cut or padded; part of the rows read. */
    public long odd() {
        return odd;
    }

    /** Returns the rejected rows, for any reason. */
    public long rejected() {
        long sum = 0;
        for (long rows : rejected) {
            sum += rows;
        }
        return sum;
    }

    /** Returns rejected rows by reason, only the reasons that occurred, in the order of the enum. */
    public Map<RejectReason, Long> rejectedBy() {
        return occurred(RejectReason.class, rejected);
    }

    /** Returns counted rows by what decided whether they are origin calls, only what occurred. */
    public Map<OriginEvidence, Long> rowsByEvidence() {
        return occurred(OriginEvidence.class, evidence);
    }

    private static void addAll(long[] sums, long[] others) {
        for (int at = 0; at < sums.length; at++) {
            sums[at] += others[at];
        }
    }

    private static <E extends Enum<E> & StoredEnum> Map<E, Long> occurred(Class<E> type, long[] sums) {
        Map<E, Long> map = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            if (sums[constant.code()] > 0) {
                map.put(constant, sums[constant.code()]);
            }
        }
        return map;
    }
}
