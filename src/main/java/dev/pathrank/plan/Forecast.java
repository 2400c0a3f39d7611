package dev.pathrank.plan;

import dev.pathrank.plan.load.ColdStartForecast;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of an endpoint once it has moved.
 *
 * @param meanMs mean duration in whole milliseconds; null where nothing was timed
 * @param inFlight its calls in flight; null where nothing was timed
 * @param firstExceeded the quota that is exceeded first in time once it has moved too; null where none is
 * @param coldStarts over the window of the logs
 * @param costMonth what it adds to the monthly cost in US dollars, to a millionth; null where a price is not known
 * @param recurs when its peaks come back, such as {@code daily 16:00}; empty where they do not
 * @param job whether nearly all of its calls come at that time
 * @param provisioned the environments that pay to be provisioned
 */
public record Forecast(
        @Nullable Long meanMs,
        @Nullable Concurrency inFlight,
        @Nullable QuotaUse firstExceeded,
        ColdStartForecast coldStarts,
        @Nullable BigDecimal costMonth,
        String recurs,
        boolean job,
        Provisioned provisioned) {
    /**
     * Calls that are in flight at the same time.
     *
     * @param calls in its busiest second, at the 99.9 % figure
     * @param environments that are busy at once at most, start-up included
     * @param environmentsCumulative the same with all that moved before it
     * @param steady whether its calls never more than double within five minutes
     */
    public record Concurrency(long calls, long environments, long environmentsCumulative, boolean steady) {}

    /**
     * Environments that cost less provisioned than on demand.
     *
     * @param environments how many
     * @param saves what they cost less a month, in US dollars
     */
    public record Provisioned(int environments, BigDecimal saves) {}
}
