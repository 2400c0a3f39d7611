package dev.pathrank.report.stack;

import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.data.QuotaTable;
import dev.pathrank.report.deploy.ApiKind;

/**
 * The timeout of a function: twice the p99 of today, because the log's time is not the function's, within the time that
 * its caller waits.
 */
final class FunctionTimeout {
    /** The default of Lambda in seconds. */
    private static final long LEAST = 3;

    /** A REST API waits 29 seconds and an HTTP API 30: a function that runs longer is billed and its answer lost. */
    static final long GATEWAY_WAITS = 29;

    private static final long MS = 1000;
    /** The largest answer that a function returns in one piece (AWS Lambda developer guide, 2026). */
    static final long BUFFERED_BYTES = 6L << 20;

    private FunctionTimeout() {}

    /** Returns the timeout in whole seconds; the longest that makes sense where no call was timed. */
    static long seconds(PlannedEndpoint row, QuotaTable quotas) {
        long most = ApiKind.of(row) == null ? withoutGateway(row, quotas) : GATEWAY_WAITS;
        return row.ranked()
                .stats()
                .durations()
                .map(durations -> Math.floorDiv(2 * durations.p99Ms() + MS - 1, MS))
                .map(wanted -> Math.max(LEAST, Math.min(most, wanted)))
                .orElse(most);
    }

    /** CloudFront waits for the whole of a buffered answer, and for each part of one that streams. */
    private static long withoutGateway(PlannedEndpoint row, QuotaTable quotas) {
        boolean streams = row.ranked().stats().traffic().bytesOut().largest() > BUFFERED_BYTES;
        return streams
                ? quotas.functionMaxSeconds()
                : Math.min(quotas.originTimeoutSeconds(), quotas.functionMaxSeconds());
    }
}
