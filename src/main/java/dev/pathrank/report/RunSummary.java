package dev.pathrank.report;

import dev.pathrank.log.RejectReason;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The account of a run (contract: "Rows and objects"): everything that was read, and what became of it.
 *
 * @param rejectedBy rows rejected by each reason; zeros are dropped
 * @param firstSeen when the first counted row was answered; empty where no row counted, as is {@code lastSeen}
 * @param endpoints rows of the whole ranking, of every kind
 * @param candidates those of them that have a rank
 * @param reported the same of the report, where it holds more than this run has read
 * @param complete whether nothing was left out; exactly when it is false, the run exits with 3
 */
public record RunSummary(
        ObjectCounts objects,
        RowCounts rows,
        Map<RejectReason, Long> rejectedBy,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen,
        long endpoints,
        long candidates,
        boolean complete,
        Optional<Total> reported) {
    public RunSummary {
        Objects.requireNonNull(objects, "objects");
        Objects.requireNonNull(rows, "rows");
        rejectedBy = withoutZeros(rejectedBy);
        long rejected = rejectedBy.values().stream().mapToLong(Long::longValue).sum();
        requireSum("rows rejected", rows.rejected(), "the reasons", rejected);
        if (firstSeen.isPresent() != lastSeen.isPresent()) {
            throw new IllegalArgumentException("first and last seen exist together or not at all");
        }
        if (candidates < 0 || candidates > endpoints) {
            throw new IllegalArgumentException(candidates + " candidates among " + endpoints + " endpoints");
        }
    }

    /**
     * What a report holds, whoever read it.
     *
     * @param rejectedBy rows rejected by each reason
     */
    public record Total(ObjectCounts objects, RowCounts rows, Map<RejectReason, Long> rejectedBy) {
        public Total {
            Objects.requireNonNull(objects, "objects");
            Objects.requireNonNull(rows, "rows");
            rejectedBy = withoutZeros(rejectedBy);
        }
    }

    /** Log objects: listed = read + skipped + failed. */
    public record ObjectCounts(long listed, long read, long skipped, long failed) {
        public ObjectCounts {
            requireSum("objects listed", listed, "read + skipped + failed", read + skipped + failed);
        }
    }

    /** Rows: read = counted + filtered + rejected. */
    public record RowCounts(long read, long counted, long filtered, long rejected) {
        public RowCounts {
            requireSum("rows read", read, "counted + filtered + rejected", counted + filtered + rejected);
        }
    }

    private static Map<RejectReason, Long> withoutZeros(Map<RejectReason, Long> rejectedBy) {
        Map<RejectReason, Long> copy = new EnumMap<>(RejectReason.class);
        rejectedBy.forEach((reason, rows) -> {
            if (rows != 0) {
                copy.put(reason, rows);
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static void requireSum(String whole, long expected, String parts, long sum) {
        if (expected != sum) {
            throw new IllegalArgumentException(whole + " are " + expected + ", but " + parts + " make " + sum);
        }
    }
}
