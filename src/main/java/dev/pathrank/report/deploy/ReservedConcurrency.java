package dev.pathrank.report.deploy;

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
    /** Returns the reservations; null where the plan asks for none. */
    static @Nullable ReservedConcurrency of(Plan plan, List<PlannedEndpoint> functions) {
        QuotaUse use = plan.waves().isEmpty()
                ? null
                : plan.waves().get(plan.waves().size() - 1).uses().stream()
                        .filter(each -> each.quota() == Quota.CONNECTIONS && each.broken())
                        .findFirst()
                        .orElse(null);
        Long limit = use == null ? null : use.limit();
        long needed =
                functions.stream().mapToLong(ReservedConcurrency::environments).sum();
        return limit == null || limit < functions.size()
                ? null
                : new ReservedConcurrency(limit, needed, functions.size());
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
