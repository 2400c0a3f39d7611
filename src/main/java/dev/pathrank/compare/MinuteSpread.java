package dev.pathrank.compare;

import dev.pathrank.tally.DurationDistribution;
import dev.pathrank.tally.seconds.DaySeconds;
import dev.pathrank.tally.seconds.SecondField;
import dev.pathrank.time.UtcDay;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint's origin calls spread over minutes: how far failures and durations of one minute hang together, the
 * worst minute, and whether failures recur at the same time of day. Takes the seconds of one day after the other.
 */
final class MinuteSpread {
    private static final int MINUTE = 60;
    private static final int MINUTES = UtcDay.SECONDS / MINUTE;

    /** Fewer minutes with calls say nothing of their spread. */
    private static final int FEWEST_MINUTES = 10;

    /** Failures within this many minutes around one minute of the day belong to one burst. */
    private static final int AROUND = 2;

    private long minutes;
    private long calls;
    private long failures;
    private double squaredFailuresPerCall;
    private long timed;
    private double ms;
    private double squaredMsPerCall;
    private long worstSecond;
    private long worst5xx;
    private long days;
    private long @Nullable [] failuresByMinute;

    /** Adds a day. */
    void add(DaySeconds day) {
        int at = 0;
        long before = failures;
        while (at < day.size()) {
            int minute = StrictMath.floorDiv(day.second(at), MINUTE);
            long called = 0;
            long errors = 0;
            long aborted = 0;
            long inTime = 0;
            long busy = 0;
            for (; at < day.size() && StrictMath.floorDiv(day.second(at), MINUTE) == minute; at++) {
                int second = day.second(at);
                called += day.at(second, SecondField.CALLS);
                errors += day.at(second, SecondField.ERRORS_5XX);
                aborted += day.at(second, SecondField.ABORTED);
                inTime += day.at(second, SecondField.CALLS) - day.at(second, SecondField.NOT_SHORT);
                busy += day.at(second, SecondField.SHORT_MS) + day.at(second, SecondField.SHORT_MS_BEFORE);
            }
            if (called > 0) {
                addMinute(called, errors + aborted, inTime, busy);
            }
            if (errors > worst5xx) {
                worst5xx = errors;
                worstSecond = UtcDay.firstSecond(day.day()) + (long) minute * MINUTE;
            }
            if (errors + aborted > 0 && minute >= 0) {
                byMinute()[minute] += errors + aborted;
            }
        }
        days += failures > before ? 1 : 0;
    }

    private void addMinute(long called, long failed, long inTime, long busy) {
        minutes++;
        calls += called;
        failures += failed;
        squaredFailuresPerCall += (double) failed * failed / called;
        if (inTime > 0) {
            timed += inTime;
            ms += busy;
            squaredMsPerCall += (double) busy * busy / inTime;
        }
    }

    private long[] byMinute() {
        if (failuresByMinute == null) {
            failuresByMinute = new long[MINUTES];
        }
        return failuresByMinute;
    }

    /** Adds what another endpoint has. */
    void add(MinuteSpread other) {
        minutes += other.minutes;
        calls += other.calls;
        failures += other.failures;
        squaredFailuresPerCall += other.squaredFailuresPerCall;
    }

    /**
     * Returns how many calls tell as much of failures as one would if calls failed one by one: Pearson's statistic over
     * the minutes, divided by their number; at least 1.
     */
    double effectOfFailures() {
        double share = calls == 0 ? 0 : (double) failures / calls;
        if (minutes < FEWEST_MINUTES || share <= 0 || share >= 1) {
            return 1;
        }
        double statistic =
                (squaredFailuresPerCall - 2 * share * failures + share * share * calls) / (share * (1 - share));
        return StrictMath.max(1, statistic / (minutes - 1));
    }

    /** Returns the same for durations, from the mean of each minute; at least 1. */
    double effectOfDurations(DurationDistribution durations) {
        double variance = durations.variance();
        if (minutes < FEWEST_MINUTES || timed == 0 || variance <= 0) {
            return 1;
        }
        double mean = ms / timed;
        double statistic = (squaredMsPerCall - 2 * mean * ms + mean * mean * timed) / variance;
        return StrictMath.max(1, statistic / (minutes - 1));
    }

    /** Returns the most origin calls with 5xx in a minute. */
    long worst5xx() {
        return worst5xx;
    }

    /** Returns the first second of that minute, since the epoch; meaningless where there is none. */
    long worstMinute() {
        return worstSecond;
    }

    /** Returns whether most failures fell into the same few minutes of at least two days. */
    boolean recursDaily() {
        if (failuresByMinute == null || days < 2) {
            return false;
        }
        long most = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            long around = 0;
            for (int each = minute - AROUND; each <= minute + AROUND; each++) {
                around += failuresByMinute[StrictMath.floorMod(each, MINUTES)];
            }
            most = StrictMath.max(most, around);
        }
        return 2 * most > failures;
    }

    /** Returns whether most failures fell into a few minutes of one day, although calls came all the time. */
    boolean isBurst() {
        return worst5xx > 0 && minutes >= FEWEST_MINUTES && 2 * worst5xx > failures;
    }
}
