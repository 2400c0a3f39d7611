package dev.pathrank.tally.seconds;

import dev.pathrank.time.UtcDay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Origin calls of each endpoint by hour of the week and by day, as clocks in a zone show them. */
public final class HourlyCalls implements DayVisitor {
    /** Hours from Monday 00:00 to Sunday 23:00. */
    public static final int HOURS_A_WEEK = 168;

    private static final int HOURS_A_DAY = 24;
    private static final int HOUR = 3600;
    /** Clocks change at whole quarters of an hour. */
    private static final int QUARTER = 900;

    private static final int DAYS_A_WEEK = 7;

    /** 1970-01-01 was a Thursday. */
    private static final int MONDAY_OF_DAY_0 = 3;

    private final ZoneId zone;
    private final List<long[]> weeks = new ArrayList<>();
    private final List<SortedMap<Long, Long>> days = new ArrayList<>();
    private final int[] offsets = new int[UtcDay.SECONDS / QUARTER];
    private long offsetsOf = Long.MIN_VALUE;

    /**
     * @param endpoints how many there are
     * @param zone of the clocks
     */
    public HourlyCalls(int endpoints, ZoneId zone) {
        this.zone = zone;
        for (int place = 0; place < endpoints; place++) {
            weeks.add(new long[HOURS_A_WEEK]);
            days.add(new TreeMap<>());
        }
    }

    @Override
    public void day(int place, long day, int[] seconds, int[] calls, int size) {
        readOffsets(day);
        long[] week = weeks.get(place);
        long begin = UtcDay.firstSecond(day);
        for (int i = 0; i < size; ) {
            long second = begin + seconds[i] + offsets[seconds[i] / QUARTER];
            long hour = Math.floorDiv(second, HOUR);
            long sum = 0;
            for (; i < size && Math.floorDiv(begin + seconds[i] + offsets[seconds[i] / QUARTER], HOUR) == hour; i++) {
                sum += calls[i];
            }
            long localDay = Math.floorDiv(hour, HOURS_A_DAY);
            int weekday = Math.floorMod(localDay + MONDAY_OF_DAY_0, DAYS_A_WEEK);
            week[weekday * HOURS_A_DAY + Math.floorMod(hour, HOURS_A_DAY)] += sum;
            days.get(place).merge(localDay, sum, Long::sum);
        }
    }

    private void readOffsets(long day) {
        if (day != offsetsOf) {
            offsetsOf = day;
            for (int quarter = 0; quarter < offsets.length; quarter++) {
                Instant at = Instant.ofEpochSecond(UtcDay.firstSecond(day) + (long) quarter * QUARTER);
                offsets[quarter] = zone.getRules().getOffset(at).getTotalSeconds();
            }
        }
    }

    /** Returns the calls of each hour of the week, from Monday 00:00 on. */
    public long[] week(int place) {
        return weeks.get(place).clone();
    }

    /** Returns the calls of each day that has any, by days since 1970-01-01. */
    public SortedMap<Long, Long> days(int place) {
        return days.get(place);
    }
}
