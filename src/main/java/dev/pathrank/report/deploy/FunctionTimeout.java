package dev.pathrank.report.deploy;

import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.data.QuotaTable;

/** How long a function may run: twice what 99 of 100 calls take now, as the log's time is not the function's, within what its caller waits for. */
final class FunctionTimeout {
    /** What Lambda gives a function for which nothing is said. */
    private static final long LEAST = 3;

    /** A REST API waits 29 seconds and an HTTP API 30: a function that runs longer is paid for and answers nobody. */
    private static final long GATEWAY_WAITS = 29;

    private static final long MS = 1000;

    private FunctionTimeout() {}

    /** Whole seconds; the longest that is sensible where no call was timed. */
    static long seconds(PlannedEndpoint row, QuotaTable quotas) {
        long most = GatewayRoutes.isTarget(row) ? GATEWAY_WAITS : quotas.functionMaxSeconds();
        return row.ranked()
                .stats()
                .durations()
                .map(durations -> Math.floorDiv(2 * durations.p99Ms() + MS - 1, MS))
                .map(wanted -> Math.max(LEAST, Math.min(most, wanted)))
                .orElse(most);
    }
}
