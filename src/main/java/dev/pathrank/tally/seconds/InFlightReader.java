package dev.pathrank.tally.seconds;

import dev.pathrank.tally.seconds.InFlight.Figure;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.time.UtcDay;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the sums of days into calls in flight. A call that ended after midnight was in flight before it, so windows
 * begin as long before midnight as a call can reach, and the last seconds of each day wait for the next day.
 */
public final class InFlightReader implements SecondsVisitor {
    private static final int REACH = BusyTime.REACH_SECONDS;
    private static final int SPAN = UtcDay.SECONDS + REACH;
    private static final List<SecondField> RARE = Arrays.stream(SecondField.values())
            .filter(field -> field.compareTo(SecondField.OVER_29_S) >= 0)
            .toList();

    /** The most bytes of a packed second: itself, a mask of its figures, and these. */
    private static final int MOST_BYTES = 10 * (2 + InFlight.COLUMNS);

    private static final long NO_DAY = Long.MIN_VALUE;

    /** The figures that are added to without the view's knowing. */
    private static final Figure[] DIRECT = {
        Figure.CALLS, Figure.UNTIMED, Figure.SHORT, Figure.SHORT_MS, Figure.PART_MS, Figure.PARTS
    };

    private final InFlightVisitor visitor;
    private final InFlight view = new InFlight(SPAN);

    /**
     * What each endpoint has in the last seconds of the last day, null where it has nothing: numbers as in
     * {@link SecondSums}, for each second that from the next window's beginning, a mask of its figures, and these.
     */
    private final byte[] @Nullable [] tails;

    private byte[] packing = new byte[MOST_BYTES];

    private final long[] callsOf = view.of(Figure.CALLS);
    private final long[] untimed = view.of(Figure.UNTIMED);
    private final long[] shortOf = view.of(Figure.SHORT);
    private final long[] shortMs = view.of(Figure.SHORT_MS);
    private final long[] partMs = view.of(Figure.PART_MS);
    private final long[] parts = view.of(Figure.PARTS);
    private long day = NO_DAY;
    private int next;

    /** @param places how many endpoints there are */
    public InFlightReader(int places, InFlightVisitor visitor) {
        this.tails = new byte[places][];
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
        byte[] bytes = tails[place];
        if (bytes == null) {
            return;
        }
        SecondSums.Cursor cursor = new SecondSums.Cursor(new ByteSlice(bytes, 0, bytes.length));
        while (cursor.more()) {
            int second = (int) cursor.number();
            for (int mask = (int) cursor.number(); mask != 0; mask &= mask - 1) {
                view.add(Integer.numberOfTrailingZeros(mask), second, cursor.number());
            }
        }
        tails[place] = null;
    }

    private void add(DaySeconds seconds) {
        view.use(DIRECT);
        addRare(seconds);
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

    private void addRare(DaySeconds seconds) {
        for (SecondField field : RARE) {
            if (seconds.uses(field)) {
                for (int i = 0; i < seconds.size(); i++) {
                    long amount = seconds.at(seconds.second(i), field);
                    if (amount != 0) {
                        view.add(InFlight.column(field), seconds.second(i) + REACH, amount);
                    }
                }
            }
        }
    }

    private void add(DaySeconds seconds, int second, int at, long ends) {
        long calls = seconds.at(second, SecondField.CALLS);
        view.touch(at);
        if (ends > 0 || seconds.at(second, SecondField.PARTS) > 0) {
            addLong(seconds, second, at);
        }
        if (calls == 0) {
            return;
        }
        long notShort = seconds.at(second, SecondField.NOT_SHORT);
        long shortCalls = calls - notShort;
        long ms = seconds.at(second, SecondField.SHORT_MS);
        long before = seconds.at(second, SecondField.SHORT_MS_BEFORE);
        callsOf[at] += calls;
        untimed[at] += notShort - ends;
        shortOf[at] += shortCalls;
        shortMs[at] += ms + before;
        partMs[at] += ms;
        parts[at] += shortCalls;
        if (before > 0) {
            view.touch(at - 1);
            partMs[at - 1] += before;
            parts[at - 1] += seconds.at(second, SecondField.SHORT_BEFORE);
        }
    }

    private void addLong(DaySeconds seconds, int second, int at) {
        partMs[at] += seconds.at(second, SecondField.PART_MS);
        parts[at] += seconds.at(second, SecondField.PARTS);
        view.add(Figure.LONG, at, seconds.at(second, SecondField.LONG_STARTS));
        view.add(Figure.LONG_MS, at, seconds.at(second, SecondField.LONG_MS));
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
            tails[place] = packed(shown, size);
        }
        view.clear();
    }

    /** Returns the seconds of these indexes of the view, packed. */
    private byte[] packed(int from, int to) {
        int at = 0;
        for (int i = from; i < to; i++) {
            if (at + MOST_BYTES > packing.length) {
                packing = Arrays.copyOf(packing, 2 * packing.length);
            }
            int second = view.second(i);
            int mask = 0;
            for (int column = 0; column < InFlight.COLUMNS; column++) {
                mask |= view.column(column, second) == 0 ? 0 : 1 << column;
            }
            at = SecondSums.put((long) second - UtcDay.SECONDS, packing, at);
            at = SecondSums.put(mask, packing, at);
            for (int bits = mask; bits != 0; bits &= bits - 1) {
                at = SecondSums.put(view.column(Integer.numberOfTrailingZeros(bits), second), packing, at);
            }
        }
        return Arrays.copyOf(packing, at);
    }
}
