package dev.pathrank.report.stack;

import dev.pathrank.plan.Forecast;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.QuotaUse;
import dev.pathrank.plan.data.Quota;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The concurrency that is reserved for each function, so that all together open no more connections than the database
 * accepts: where the plan exceeds {@code --db-connections}, each gets its part by the environments that it needs.
 *
 * @param connections that the database accepts
 * @param environments that all functions need
 * @param functions how many there are; each gets one environment at least
 */
record ReservedConcurrency(long connections, long environments, long functions) {
    /** Environments of an account that no function may reserve (AWS Lambda developer guide, 2026). */
    private static final long UNRESERVED = 100;

    /** Returns the reservations; null where the plan asks for none. */
    static @Nullable ReservedConcurrency of(Plan plan, List<PlannedEndpoint> functions) {
        QuotaUse use = plan.waves().isEmpty()
                ? null
                : plan.waves()
                        .get(plan.waves().size() - 1)
                        .use(Quota.CONNECTIONS)
                        .filter(QuotaUse::exceeded)
                        .orElse(null);
        Long limit = use == null ? null : use.limit();
        if (limit == null) {
            return null;
        }
        long mayReserve = plan.options().quotas().of(Quota.CONCURRENCY).orElse(Long.MAX_VALUE) - UNRESERVED;
        long needed =
                functions.stream().mapToLong(ReservedConcurrency::environments).sum();
        return new ReservedConcurrency(Math.min(limit, mayReserve), needed, functions.size());
    }

    /** Returns whether there is one environment for each function at least. */
    boolean isPossible() {
        return connections >= functions;
    }

    /** Returns why nothing is reserved where that is not possible. */
    String reason() {
        return "No concurrency is reserved: " + functions + " functions share " + Math.max(0, connections)
                + " environments, because of the database connections and the " + UNRESERVED
                + " environments that Lambda keeps unreserved";
    }

    /** Returns the environments that a function may have at once, 1 or more. */
    long of(PlannedEndpoint row) {
        return 1 + (connections - functions) * environments(row) / Math.max(1, environments);
    }

    private static long environments(PlannedEndpoint row) {
        Forecast forecast = row.forecast();
        return forecast == null || forecast.inFlight() == null
                ? 1
                : forecast.inFlight().environments();
    }
}
