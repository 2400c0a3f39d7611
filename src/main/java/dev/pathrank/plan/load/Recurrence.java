package dev.pathrank.plan.load;

import dev.pathrank.tally.seconds.DayVisitor;
import dev.pathrank.time.UtcDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The peaks of each endpoint that come back at the same time of day, such as those of a push or of a job. A day has a
 * peak if five minutes of it have at least three calls more than four times its mean; a job has nearly all of its calls
 * there.
 */
public final class Recurrence implements DayVisitor {
    private static final int SLOT_SECONDS = 300;
    private static final int SLOTS = UtcDay.SECONDS / SLOT_SECONDS;
    private static final long ABOVE_MEAN = 4;
    private static final long LEAST_ABOVE = 3;
    private static final int LEAST_DAYS = 3;
    private static final int OFTEN = 80;
    private static final int SELDOM = 30;
    private static final int NEARLY_ALL = 90;
    private static final int PERCENT = 100;
    private static final int LONGEST_MONTH = 31;

    private final long[] slots = new long[SLOTS];
    private final Endpoint[] endpoints;
    private final Set<Long> daysOfLogs = new HashSet<>();

    private static final class Endpoint {
        private final SortedMap<Long, Integer> peaks = new TreeMap<>();
        private long calls;
        private long callsInPeaks;
    }

    /** @param places how many endpoints there are */
    public Recurrence(int places) {
        endpoints = new Endpoint[places];
        for (int place = 0; place < places; place++) {
            endpoints[place] = new Endpoint();
        }
    }

    @Override
    public void day(int place, long day, int[] seconds, int[] calls, int size) {
        daysOfLogs.add(day);
        long sum = 0;
        int most = 0;
        for (int i = 0; i < size; i++) {
            int slot = seconds[i] / SLOT_SECONDS;
            slots[slot] += calls[i];
            sum += calls[i];
            if (slots[slot] > slots[most] || slots[slot] == slots[most] && slot < most) {
                most = slot;
            }
        }
        Endpoint endpoint = endpoints[place];
        endpoint.calls += sum;
        // One call a day is a peak too, if it is all there is.
        if (slots[most] == sum || slots[most] >= LEAST_ABOVE + ABOVE_MEAN * sum / SLOTS) {
            endpoint.peaks.put(day, most);
            endpoint.callsInPeaks += slots[most] + slots[(most + 1) % SLOTS] + slots[(most + SLOTS - 1) % SLOTS];
        }
        for (int i = 0; i < size; i++) {
            slots[seconds[i] / SLOT_SECONDS] = 0;
        }
    }

    /** Returns whether nearly all calls of an endpoint are in its peaks and these come back: a job of a timetable. */
    public boolean isJob(int place) {
        Endpoint endpoint = endpoints[place];
        return !of(place).isEmpty() && endpoint.callsInPeaks * PERCENT >= endpoint.calls * NEARLY_ALL;
    }

    /**
     * Returns when the peaks of an endpoint come back, in UTC: {@code daily 16:00}, {@code weekdays 09:30},
     * {@code monthly 1st}; empty where they do not.
     */
    public String of(int place) {
        SortedMap<Long, Integer> peaks = endpoints[place].peaks;
        int slot = commonSlot(peaks);
        Set<Long> at = new HashSet<>();
        peaks.forEach((day, each) -> {
            int apart = Math.floorMod(each - slot, SLOTS);
            if (apart <= 1 || apart == SLOTS - 1) {
                at.add(day);
            }
        });
        long weekdays = daysOfLogs.stream().filter(Recurrence::isWeekday).count();
        long weekends = daysOfLogs.size() - weekdays;
        long onWeekdays = at.stream().filter(Recurrence::isWeekday).count();
        long onWeekends = at.size() - onWeekdays;
        if (at.size() >= LEAST_DAYS && at.size() * PERCENT >= daysOfLogs.size() * OFTEN) {
            return "daily " + time(slot);
        }
        if (onWeekdays >= LEAST_DAYS
                && onWeekdays * PERCENT >= weekdays * OFTEN
                && onWeekends * PERCENT <= weekends * SELDOM) {
            return "weekdays " + time(slot);
        }
        return monthly(peaks.keySet());
    }

    private static int commonSlot(SortedMap<Long, Integer> peaks) {
        int[] days = new int[SLOTS];
        peaks.values().forEach(slot -> days[slot]++);
        int most = 0;
        for (int slot = 1; slot < SLOTS; slot++) {
            most = days[slot] > days[most] ? slot : most;
        }
        return most;
    }

    /** Returns the day of the month of peaks that fall on nothing else, in at least two months. */
    private String monthly(Set<Long> days) {
        Set<Integer> daysOfMonth = new HashSet<>();
        days.forEach(day -> daysOfMonth.add(LocalDate.ofEpochDay(day).getDayOfMonth()));
        boolean longEnough = daysOfLogs.size() > LONGEST_MONTH;
        return days.size() > 1 && longEnough && daysOfMonth.size() == 1
                ? "monthly " + ordinal(daysOfMonth.iterator().next())
                : "";
    }

    private static String ordinal(int number) {
        boolean teen = number / 10 == 1;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private static boolean isWeekday(long day) {
        return LocalDate.ofEpochDay(day).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    private static String time(int slot) {
        int minutes = slot * SLOT_SECONDS / 60;
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }
}
