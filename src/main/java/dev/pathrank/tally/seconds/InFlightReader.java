package dev.pathrank.tally.seconds;

import dev.pathrank.tally.seconds.InFlight.Figure;
import dev.pathrank.time.UtcDay;
import org.jspecify.annotations.Nullable;

/**
 * Turns the sums of days into calls in flight. A call that ended after midnight was in flight before it, so windows
 * begin as long before midnight as a call can reach, and the last seconds of each day wait for the next day.
 */
public final class InFlightReader implements SecondsVisitor {
    private static final int REACH = BusyTime.REACH_SECONDS;
    private static final int SPAN = UtcDay.SECONDS + REACH;
    private static final Figure[] FIGURES = Figure.values();
    private static final long NO_DAY = Long.MIN_VALUE;

    private final InFlightVisitor visitor;
    private final InFlight view = new InFlight(SPAN);
    /**
     * What each endpoint has in the last seconds of the last day, null where it has nothing: the second from the next
     * window's beginning, then one of each figure, and so on.
     */
    private final long[] @Nullable [] tails;

    private long day = NO_DAY;
    private int next;

    /** @param places how many endpoints there are */
    public InFlightReader(int places, InFlightVisitor visitor) {
        this.tails = new long[places][];
        this.visitor = visitor;
    }

    @Override
    public void day(int place, DaySeconds seconds) {
        if (seconds.day() != day) {
            begin(seconds.day());
        }
        showTails(place);
        addTail(place);
        add(seconds);
        show(place);
        next = place + 1;
    }

    /** Shows what is left. Call it once after the last day. */
    public void finish() {
        if (day != NO_DAY) {
            showTails(tails.length);
            begin(day + 1);
            showTails(tails.length);
            day = NO_DAY;
        }
    }

    private void begin(long newDay) {
        if (day != NO_DAY) {
            showTails(tails.length);
            if (newDay != day + 1) {
                visitor.window(UtcDay.firstSecond(day + 1) - REACH);
                next = 0;
                showTails(tails.length);
            }
        }
        day = newDay;
        next = 0;
        visitor.window(UtcDay.firstSecond(day) - REACH);
    }

    /** Shows the endpoints before {@code place} that have calls in flight only from the day before. */
    private void showTails(int place) {
        for (int earlier = next; earlier < place; earlier++) {
            if (tails[earlier] != null) {
                addTail(earlier);
                show(earlier);
            }
        }
        next = Math.max(next, place);
    }

    private void addTail(int place) {
        long[] values = tails[place];
        if (values == null) {
            return;
        }
        for (int i = 0; i < values.length; i += FIGURES.length + 1) {
            for (Figure figure : FIGURES) {
                long value = values[i + 1 + figure.ordinal()];
                if (value != 0) {
                    view.add(figure, (int) values[i], value);
                }
            }
        }
        tails[place] = null;
    }

    private void add(DaySeconds seconds) {
        long covering = 0;
        int from = 0;
        for (int i = 0; i < seconds.size(); i++) {
            int second = seconds.second(i);
            int at = second + REACH;
            long ends = seconds.at(second, SecondField.LONG_ENDS);
            for (int whole = from; covering > 0 && whole < at; whole++) {
                view.add(Figure.WHOLE, whole, covering);
            }
            covering -= ends;
            // Calls that cover whole seconds from the next one on do not cover this one.
            if (covering > 0) {
                view.add(Figure.WHOLE, at, covering);
            }
            covering += seconds.at(second, SecondField.LONG_STARTS);
            from = at + 1;
            add(seconds, second, at, ends);
        }
    }

    private void add(DaySeconds seconds, int second, int at, long ends) {
        long calls = seconds.at(second, SecondField.CALLS);
        long notShort = seconds.at(second, SecondField.NOT_SHORT);
        long shortCalls = calls - notShort;
        long ms = seconds.at(second, SecondField.SHORT_MS);
        add(Figure.PART_MS, at, ms + seconds.at(second, SecondField.PART_MS));
        add(Figure.PARTS, at, shortCalls + seconds.at(second, SecondField.PARTS));
        add(Figure.SHORT, at, shortCalls);
        add(Figure.UNTIMED, at, notShort - ends);
        add(Figure.LONG, at, seconds.at(second, SecondField.LONG_STARTS));
        add(Figure.LONG_MS, at, seconds.at(second, SecondField.LONG_MS));
        long before = seconds.at(second, SecondField.SHORT_MS_BEFORE);
        add(Figure.SHORT_MS, at, ms + before);
        if (before > 0) {
            add(Figure.PART_MS, at - 1, before);
            add(Figure.PARTS, at - 1, seconds.at(second, SecondField.SHORT_BEFORE));
        }
    }

    private void add(Figure figure, int at, long amount) {
        if (amount != 0) {
            view.add(figure, at, amount);
        }
    }

    /** Shows the window, and keeps the seconds behind it for the next one. */
    private void show(int place) {
        view.finish();
        int size = view.size();
        view.endAt(UtcDay.SECONDS);
        int shown = view.size();
        if (shown > 0) {
            visitor.seconds(place, view);
        }
        if (size > shown) {
            long[] values = new long[(size - shown) * (FIGURES.length + 1)];
            int to = 0;
            for (int i = shown; i < size; i++) {
                int second = view.second(i);
                values[to++] = (long) second - UtcDay.SECONDS;
                for (Figure figure : FIGURES) {
                    values[to++] = view.at(second, figure);
                }
            }
            tails[place] = values;
        }
        view.clear();
    }
}
