package dev.pathrank.rank;

import dev.pathrank.time.UtcDay;

/**
 * How long logs are, for people to read: 3 minutes, 5 hours, 21 days.
 *
 * @param count of the unit, rounded
 * @param unit in the singular
 */
public record WindowLength(long count, String unit) {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = UtcDay.SECONDS;

    /** Returns the days of a window where they are whole, the UTC days that a longer one touches, or a smaller unit. */
    static WindowLength of(Window window) {
        long seconds = window.billedSeconds();
        if (seconds % DAY == 0 || seconds >= 2 * DAY) {
            return new WindowLength(seconds % DAY == 0 ? seconds / DAY : window.days(), "day");
        }
        if (seconds >= 2 * HOUR) {
            return rounded(seconds, HOUR, "hour");
        }
        return seconds >= 2 * MINUTE ? rounded(seconds, MINUTE, "minute") : new WindowLength(seconds, "second");
    }

    private static WindowLength rounded(long seconds, long unit, String name) {
        return new WindowLength(Math.floorDiv(2 * seconds + unit, 2 * unit), name);
    }

    /** Returns the unit as it follows the count. */
    public String units() {
        return count == 1 ? unit : unit + "s";
    }
}
