package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.text.Numbers;
import dev.pathrank.time.UtcDay;
import java.util.Arrays;

/**
 * Whether the calls of a minute are ever more than twice those of one of the five minutes before it: Managed Instances
 * refuse calls when traffic more than doubles within five minutes (AWS Lambda developer guide, "Scaling Lambda Managed
 * Instances", 2026). It is known for each endpoint by itself, and for the first ones of the list together.
 */
public final class SteadyLoad implements DayVisitor {
    private static final int SECONDS_A_MINUTE = 60;
    private static final int MINUTES = UtcDay.SECONDS / SECONDS_A_MINUTE;
    private static final int SPAN = 5;

    private final long firstMinute;
    private final boolean isKnown;
    private final int together;
    private final long[] minutes = new long[MINUTES];
    private final Load[] alone;
    private final Load all;
    private final long[] sum = new long[MINUTES];
    private long dayOfSum = Long.MIN_VALUE;

    /** The minutes of a load that were seen last. */
    private final class Load {
        private final long[] before = new long[SPAN];
        private long lastDay = Long.MIN_VALUE;
        private boolean doubles;

        /** Adds the calls of each minute of a day later than those before. */
        void day(long day, long[] calls) {
            if (lastDay != day - 1) {
                Arrays.fill(before, 0);
            }
            for (int minute = 0; minute < MINUTES && !doubles; minute++) {
                doubles = calls[minute] > 0 && calls[minute] > 2 * least(day * MINUTES + minute, minute, calls);
            }
            System.arraycopy(calls, MINUTES - SPAN, before, 0, SPAN);
            lastDay = day;
        }

        /** Returns the fewest calls of the minutes before one, as far as the logs reach back. */
        private long least(long now, int minute, long[] calls) {
            long least = Long.MAX_VALUE / 2;
            for (int back = 1; back <= SPAN && now - back >= firstMinute; back++) {
                least = Math.min(least, minute >= back ? calls[minute - back] : before[SPAN + minute - back]);
            }
            return least;
        }
    }

    /**
     * @param places how many endpoints there are
     * @param together how many of them, from the first, are also looked at together
     * @param firstSecond of the logs, since the epoch; a minute that they cut is not compared with
     * @param lengthSeconds of the logs
     */
    public SteadyLoad(int places, int together, long firstSecond, long lengthSeconds) {
        this.firstMinute = Numbers.ceilDiv(firstSecond, SECONDS_A_MINUTE);
        this.isKnown = lengthSeconds >= UtcDay.SECONDS;
        this.together = together;
        this.alone = new Load[places];
        Arrays.setAll(alone, place -> new Load());
        this.all = new Load();
    }

    @Override
    public void day(int place, long day, int[] seconds, int[] calls, int size) {
        if (day != dayOfSum) {
            finish();
            dayOfSum = day;
        }
        boolean part = place < together && !all.doubles;
        if (!part && alone[place].doubles) {
            return;
        }
        for (int i = 0; i < size; i++) {
            minutes[seconds[i] / SECONDS_A_MINUTE] += calls[i];
        }
        for (int minute = 0; part && minute < MINUTES; minute++) {
            sum[minute] += minutes[minute];
        }
        if (!alone[place].doubles) {
            alone[place].day(day, minutes);
        }
        Arrays.fill(minutes, 0);
    }

    /** Completes the last day. */
    public void finish() {
        if (dayOfSum != Long.MIN_VALUE && !all.doubles) {
            all.day(dayOfSum, sum);
        }
        Arrays.fill(sum, 0);
        dayOfSum = Long.MIN_VALUE;
    }

    /**
     * Returns whether the calls of an endpoint never more than double within five minutes; false where the logs are
     * shorter than a day, which does not tell.
     */
    public boolean isSteady(int place) {
        return isKnown && !alone[place].doubles;
    }

    /** Returns the same for the first endpoints together. */
    public boolean isSteadyTogether() {
        return isKnown && !all.doubles;
    }
}
