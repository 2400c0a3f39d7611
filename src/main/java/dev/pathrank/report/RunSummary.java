package dev.pathrank.report;

import dev.pathrank.log.RejectReason;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.tally.Endpoint;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a run (contract: "Rows and objects"): everything that was read, and what became of it.
 *
 * @param read objects and rows of this run
 * @param window when the counted rows were answered; null where no row counted
 * @param reportRows rows of the whole report
 * @param complete whether nothing was left out; when it is false, the run exits with 3, or with 4 if a threshold was
 *     crossed
 * @param missingHours hours between the first and the last row read that have no row; null where that is not known
 * @param newEndpoints endpoints that are neither locked nor stated; null where nobody asked for them
 * @param crossed each threshold of the command that was crossed, and by what, in words
 * @param reported objects and rows of the report; null where it holds no more than this run has read
 */
public record RunSummary(
        Total read,
        @Nullable Window window,
        ReportRows reportRows,
        boolean complete,
        @Nullable List<Hours> missingHours,
        @Nullable List<NewEndpoint> newEndpoints,
        List<String> crossed,
        @Nullable Total reported) {
    public RunSummary {
        long rejected =
                read.rejectedBy().values().stream().mapToLong(Long::longValue).sum();
        newEndpoints = newEndpoints == null ? null : List.copyOf(newEndpoints);
        crossed = List.copyOf(crossed);
        missingHours = missingHours == null ? null : List.copyOf(missingHours);
        requireSum("rows rejected", read.rows().rejected(), "the reasons", rejected);
    }

    /**
     * Rows of the whole report, shown or not, and what a plan finds in them.
     *
     * @param kinds by their kind; kinds that the report does not tell are absent
     * @param candidates endpoints that have a rank
     * @param longCalls origin calls that took more than 900 s, which a plan takes for 900 s; null where no plan is made
     */
    public record ReportRows(
            Map<EndpointKind, Long> kinds,
            long candidates,
            @Nullable Long longCalls) {
        public ReportRows {
            kinds = Map.copyOf(kinds);
            if (candidates < 0 || candidates > kinds.getOrDefault(EndpointKind.ENDPOINT, 0L)) {
                throw new IllegalArgumentException(candidates + " candidates among " + kinds);
            }
        }
    }

    /**
     * An endpoint that is neither locked nor stated.
     *
     * @param endpoint method, pattern and host
     * @param calls counted calls
     * @param firstSeen when the first of them was answered
     * @param example one real path, masked
     */
    public record NewEndpoint(Endpoint endpoint, long calls, Instant firstSeen, String example) {}

    /**
     * The time from the first to the last counted row.
     *
     * @param firstSeen when the first one was answered
     * @param lastSeen when the last one was answered
     */
    public record Window(Instant firstSeen, Instant lastSeen) {}

    /**
     * A range of whole hours.
     *
     * @param from begin of the first
     * @param to end of the last
     */
    public record Hours(Instant from, Instant to) {}

    /**
     * Objects and rows, and what became of them.
     *
     * @param objects by what became of them
     * @param rows by what became of them
     * @param rejectedBy rows rejected by each reason; zeros are dropped
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
