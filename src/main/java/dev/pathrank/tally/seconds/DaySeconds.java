package dev.pathrank.tally.seconds;

import dev.pathrank.time.UtcDay;
import java.util.Arrays;

/**
 * The sums of one endpoint for each second of a UTC day, as a view that is reused for the next endpoint and day. Long
 * calls that ended in the day reach up to {@value BusyTime#REACH_SECONDS} s before its beginning, so seconds of the day
 * may be negative.
 */
public final class DaySeconds {
    /** The first second of the day that may have a sum. */
    public static final int FIRST = -BusyTime.REACH_SECONDS;

    private static final int SECONDS = UtcDay.SECONDS - FIRST;
    private static final int WORD_BITS = 6;

    /** By field and second; empty until a field is used, as the rare ones hardly ever are. */
    private final long[][] sums = new long[SecondField.values().length][0];

    private final long[] touched = new long[(SECONDS >> WORD_BITS) + 1];
    private final int[] seconds = new int[SECONDS];
    private final int[] calledSeconds = new int[UtcDay.SECONDS];
    private final int[] calls = new int[UtcDay.SECONDS];
    /** The fields that have a sum, as bits. */
    private int used;

    private int size;
    private int called;
    private long day;

    DaySeconds() {}

    /** Forgets everything and begins a day. */
    void begin(long newDay) {
        for (int bits = used; bits != 0; bits &= bits - 1) {
            long[] field = sums[Integer.numberOfTrailingZeros(bits)];
            for (int i = 0; i < size; i++) {
                field[seconds[i] - FIRST] = 0;
            }
        }
        used = 0;
        size = 0;
        day = newDay;
    }

    void add(int field, int second, long amount) {
        if (sums[field].length == 0) {
            sums[field] = new long[SECONDS];
        }
        int at = second - FIRST;
        used |= 1 << field;
        sums[field][at] += amount;
        touched[at >> WORD_BITS] |= 1L << at;
    }

    /** Puts the seconds into their order. Call it once when everything is added. */
    void finish() {
        size = 0;
        called = 0;
        long[] allCalls = sums[SecondField.CALLS.ordinal()];
        for (int word = 0; word < touched.length; word++) {
            for (long bits = touched[word]; bits != 0; bits &= bits - 1) {
                int at = (word << WORD_BITS) + Long.numberOfTrailingZeros(bits);
                seconds[size++] = at + FIRST;
                if (allCalls.length > 0 && allCalls[at] != 0) {
                    calledSeconds[called] = at + FIRST;
                    calls[called++] = Math.toIntExact(allCalls[at]);
                }
            }
        }
        Arrays.fill(touched, 0);
    }

    /** Returns the day as days since 1970-01-01. */
    public long day() {
        return day;
    }

    /** Returns how many seconds have a sum. */
    public int size() {
        return size;
    }

    /** Returns the second of that index, ascending: seconds of the day, from {@link #FIRST} to 86,399. */
    public int second(int index) {
        return seconds[index];
    }

    /** Returns a sum at a second of the day. */
    public long at(int second, SecondField field) {
        long[] values = sums[field.ordinal()];
        return values.length == 0 ? 0 : values[second - FIRST];
    }

    /** Returns whether any second has a sum of this field. */
    public boolean uses(SecondField field) {
        return (used >>> field.ordinal() & 1) != 0;
    }

    /** Shows a visitor the seconds in which calls ended, if there are any. */
    public void showCalls(int place, DayVisitor visitor) {
        if (called > 0) {
            visitor.day(place, day, calledSeconds, calls, called);
        }
    }

    /** Copies all sums of a second, by the ordinals of the fields. */
    void copy(int second, long[] to) {
        for (int field = 0; field < to.length; field++) {
            to[field] = sums[field].length == 0 ? 0 : sums[field][second - FIRST];
        }
    }
}
