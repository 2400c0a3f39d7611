package dev.pathrank.tally;

/**
 * An endpoint in two periods.
 *
 * @param both what it is, and its counts in both periods together, without its peak and its spellings
 * @param before its counts in the first period; no calls where it was not called
 * @param after its counts in the second period; no calls where it was not called
 */
public record TalliedPair(EndpointStats both, PeriodStats before, PeriodStats after) {
    /** Returns what it is. */
    public Endpoint endpoint() {
        return both.endpoint();
    }

    /** Returns its counts in a period. */
    public PeriodStats of(TalliedPeriods.Period period) {
        return period == TalliedPeriods.Period.BEFORE ? before : after;
    }
}
