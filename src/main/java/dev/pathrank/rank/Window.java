package dev.pathrank.rank;

import dev.pathrank.time.UtcDay;

/**
 * The time between the first and the last counted row of the run.
 *
 * @param firstSeen seconds since the epoch
 * @param lastSeen seconds since the epoch, not before {@code firstSeen}
 */
public record Window(long firstSeen, long lastSeen) {
    public Window {
        if (lastSeen < firstSeen) {
            throw new IllegalArgumentException("the window ends at " + lastSeen + " before it begins at " + firstSeen);
        }
    }

    /**
     * Returns its length in seconds, at least 1: a log within one second has a rate too, and there the mean rate is the
     * peak.
     */
    public long seconds() {
        return Math.max(1, lastSeen - firstSeen);
    }

    /** Returns the UTC days from the first to the last, both of them included. */
    public long days() {
        return UtcDay.of(lastSeen) - UtcDay.of(firstSeen) + 1;
    }
}
