package dev.pathrank.rank;

import dev.pathrank.time.UtcDay;

/**
 * The time between the first and the last counted row of the run.
 *
 * @param firstSeen seconds since the epoch, as is {@code lastSeen}
 */
public record Window(long firstSeen, long lastSeen) {
    public Window {
        if (lastSeen < firstSeen) {
            throw new IllegalArgumentException("the window ends at " + lastSeen + " before it begins at " + firstSeen);
        }
    }

    /**
     * Its length, at least 1: a log that lies within one second has a rate too, and there the mean rate is the peak.
     */
    public long seconds() {
        return Math.max(1, lastSeen - firstSeen);
    }

    /** The UTC days from the first to the last, both of them included. */
    public long days() {
        return UtcDay.of(lastSeen) - UtcDay.of(firstSeen) + 1;
    }
}
