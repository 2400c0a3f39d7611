package dev.pathrank.plan;

import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An endpoint with its place in the plan.
 *
 * @param wave 1, 2, …; 0 to retire; empty where nothing happens to it
 * @param reason why it has its wave, or none
 * @param memoryMb of its function
 * @param hazards seen in the logs
 * @param auth whether the user says that it needs a signed-in user
 * @param move what is reckoned for what moves; empty for everything else
 * @param range the ranks that it has under small changes; empty for what has none
 */
public record PlannedEndpoint(
        RankedEndpoint ranked,
        OptionalInt wave,
        String reason,
        String functionName,
        TargetChoice target,
        long memoryMb,
        List<HazardFinding> hazards,
        boolean auth,
        Optional<Forecast> move,
        Optional<RankRange> range) {
    public PlannedEndpoint {
        hazards = List.copyOf(hazards);
    }

    /**
     * What is reckoned for an endpoint that moves.
     *
     * @param meanMs mean duration in whole milliseconds; empty where nothing was timed
     * @param concurrency the most of its own runs at the same time; empty where nothing was timed
     * @param concurrencyCumulative that of all that moved up to it
     * @param firstBroken the quota that is passed first in time once it has moved too; empty where none is
     * @param coldStarts over the window
     * @param costMonth what it adds to the monthly bill in US dollars, to the cent; empty where a price is not known
     * @param costMonthUncached what it would add if no call were answered by the cache
     */
    public record Forecast(
            Optional<Long> meanMs,
            Optional<Long> concurrency,
            long concurrencyCumulative,
            Optional<QuotaUse> firstBroken,
            ColdStartForecast coldStarts,
            Optional<BigDecimal> costMonth,
            Optional<BigDecimal> costMonthUncached) {}
}
