package dev.pathrank.rank;

import dev.pathrank.time.UtcDay;

/**
 * The time between the first and the last counted row of the run.
 *
 * @param firstSeen seconds since the epoch
 * @param lastSeen seconds since the epoch, not before {@code firstSeen}
 */
public record Window(long firstSeen, long lastSeen) {
    private static final long SECONDS_AN_HOUR = 3600;

    public Window {
        if (lastSeen < firstSeen) {
            throw new IllegalArgumentException("the window ends at " + lastSeen + " before it begins at " + firstSeen);
        }
    }

    /**
     * Returns its length in seconds; at least 1, so that a log of a single second has a mean rate, which is its peak.
     */
    public long seconds() {
        return Math.max(1, lastSeen - firstSeen);
    }

    /**
     * Returns the seconds that the logs cover, for bills: whole UTC days if the first row is within an hour after
     * midnight and the last within an hour before it, since a quiet hour at either end is no missing log; else from the
     * first second to the last, both included.
     */
    public long coveredSeconds() {
        boolean begins = firstSeen - UtcDay.firstSecond(UtcDay.of(firstSeen)) <= SECONDS_AN_HOUR;
        boolean ends = UtcDay.firstSecond(UtcDay.of(lastSeen) + 1) - lastSeen <= SECONDS_AN_HOUR;
        return begins && ends ? days() * UtcDay.SECONDS : lastSeen - firstSeen + 1;
    }

    /** Returns its length in a unit that people read easily. */
    public WindowLength length() {
        return WindowLength.of(this);
    }

    /** Returns the UTC days from the first to the last, both of them included. */
    public long days() {
        return UtcDay.of(lastSeen) - UtcDay.of(firstSeen) + 1;
    }
}
