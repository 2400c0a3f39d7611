package dev.pathrank.tally.seconds;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Origin calls of each endpoint by week, Monday to Sunday in UTC, and the most of them within one second of that week.
 */
public final class WeeklyCalls implements DayVisitor {
    private static final int DAYS = 7;

    /** 1970-01-01 was a Thursday. */
    private static final int MONDAY_OF_DAY_0 = 3;

    private final int endpoints;
    private final SortedMap<Long, Week> weeks = new TreeMap<>();

    /** The calls of one week. */
    public static final class Week {
        private final long[] calls;
        private final long[] peaks;

        Week(int endpoints) {
            calls = new long[endpoints];
            peaks = new long[endpoints];
        }

        /** Returns origin calls of an endpoint. */
        public long calls(int place) {
            return calls[place];
        }

        /** Returns most origin calls of an endpoint within one second. */
        public long peak(int place) {
            return peaks[place];
        }

        /** Returns origin calls of all endpoints. */
        public long calls() {
            return Arrays.stream(calls).sum();
        }
    }

    /** @param endpoints how many there are */
    public WeeklyCalls(int endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void day(int place, long day, int[] seconds, int[] calls, int size) {
        Week week = weeks.computeIfAbsent(weekOf(day), key -> new Week(endpoints));
        long peak = 0;
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += calls[i];
            peak = Math.max(peak, calls[i]);
        }
        week.calls[place] += sum;
        week.peaks[place] = Math.max(week.peaks[place], peak);
    }

    /** Returns the number of a day's week. */
    public static long weekOf(long day) {
        return Math.floorDiv(day + MONDAY_OF_DAY_0, DAYS);
    }

    /** Returns the first day of a week, as days since 1970-01-01. */
    public static long firstDay(long week) {
        return week * DAYS - MONDAY_OF_DAY_0;
    }

    /** Returns every week that has a call, in order. */
    public Map<Long, Week> weeks() {
        return weeks;
    }
}
