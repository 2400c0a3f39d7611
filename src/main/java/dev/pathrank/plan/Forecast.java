package dev.pathrank.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of an endpoint once it has moved.
 *
 * @param meanMs mean duration in whole milliseconds; null where nothing was timed
 * @param concurrency the most of its own calls in flight at the same time; null where nothing was timed
 * @param concurrencyCumulative the most calls in flight of all that moved up to it
 * @param firstBroken the quota that is exceeded first in time once it has moved too; null where none is
 * @param coldStarts over the window of the logs
 * @param costMonth what it adds to the monthly cost in US dollars, to the cent; null where a price is not known
 */
public record Forecast(
        @Nullable Long meanMs,
        @Nullable Long concurrency,
        long concurrencyCumulative,
        @Nullable QuotaUse firstBroken,
        ColdStartForecast coldStarts,
        @Nullable BigDecimal costMonth) {}
