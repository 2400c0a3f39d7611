package dev.pathrank.rank;

import dev.pathrank.time.UtcDay;
import java.util.Locale;

/**
 * How long logs are, for people to read: 3 minutes, 5 hours, 21 days.
 *
 * @param count of the unit, rounded
 */
public record WindowLength(long count, Unit unit) {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = UtcDay.SECONDS;

    /** A unit of time. */
    public enum Unit {
        SECOND,
        MINUTE,
        HOUR,
        DAY;

        /** Returns its name in the singular. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the days of a window where they are whole, the UTC days that a longer one touches, or a smaller unit. */
    static WindowLength of(Window window) {
        long seconds = window.coveredSeconds();
        if (seconds % DAY == 0 || seconds >= 2 * DAY) {
            return new WindowLength(seconds % DAY == 0 ? seconds / DAY : window.days(), Unit.DAY);
        }
        if (seconds >= 2 * HOUR) {
            return rounded(seconds, HOUR, Unit.HOUR);
        }
        return seconds >= 2 * MINUTE ? rounded(seconds, MINUTE, Unit.MINUTE) : new WindowLength(seconds, Unit.SECOND);
    }

    private static WindowLength rounded(long seconds, long length, Unit unit) {
        return new WindowLength(Math.floorDiv(2 * seconds + length, 2 * length), unit);
    }

    /** Returns the unit as it follows the count. */
    public String units() {
        return count == 1 ? unit.word() : unit.word() + "s";
    }
}
