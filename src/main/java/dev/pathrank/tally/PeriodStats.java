package dev.pathrank.tally;

import java.util.EnumMap;
import java.util.Map;

/**
 * What was counted for an endpoint in one period.
 *
 * @param traffic its calls
 * @param statuses calls of each status that may hint at a cause
 * @param durations of its timed origin calls
 * @param seen its first and last second
 */
public record PeriodStats(
        Traffic traffic, Map<TellingStatus, Long> statuses, DurationDistribution durations, Seen seen) {
    /** No call at all. */
    public static final PeriodStats NONE =
            new PeriodStats(Traffic.NONE, Map.of(), DurationDistribution.NONE, Seen.NEVER);

    public PeriodStats {
        statuses = Map.copyOf(statuses);
    }

    static PeriodStats of(LeafTally sum) {
        if (sum.calls == 0) {
            return NONE;
        }
        Map<TellingStatus, Long> statuses = new EnumMap<>(TellingStatus.class);
        for (TellingStatus status : TellingStatus.values()) {
            statuses.put(status, sum.calls(status));
        }
        return new PeriodStats(sum.traffic(), statuses, sum.durations(), new Seen(sum.firstSeen, sum.lastSeen));
    }

    /** Returns the calls of a status. */
    public long calls(TellingStatus status) {
        return statuses.getOrDefault(status, 0L);
    }
}
