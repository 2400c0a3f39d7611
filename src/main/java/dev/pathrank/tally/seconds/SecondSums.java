package dev.pathrank.tally.seconds;

import dev.pathrank.cbor.CborReader;
import dev.pathrank.cbor.CborWriter;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;

/**
 * The packed form of the sums of one leaf and second: a code of two bits, and numbers that depend on it. Numbers have
 * seven bits a byte, the lowest first.
 */
final class SecondSums {
    /** One call that was not timed; nothing follows. */
    static final int ONE_UNTIMED = 0;

    /** One short call: its milliseconds in the second and in the one before. */
    static final int ONE_SHORT = 1;

    /** Short calls: their number, milliseconds, milliseconds before, and how many reach into the second before. */
    static final int SHORT = 2;

    /** Anything: a mask of the fields that are not 0, and these fields. */
    static final int ANY = 3;

    static final int CODE_BITS = 2;

    private static final int CALLS = SecondField.CALLS.ordinal();
    private static final int MS = SecondField.SHORT_MS.ordinal();
    private static final int MS_BEFORE = SecondField.SHORT_MS_BEFORE.ordinal();
    private static final int BEFORE = SecondField.SHORT_BEFORE.ordinal();
    private static final int ALL_SHORT = (1 << BEFORE + 1) - 1;

    /** The most bytes of packed sums: a mask of three bytes and nine bytes for each field. */
    static final int MOST_BYTES = 3 + 9 * SecondField.values().length;

    /** Calls of a leaf that a file may hold; the milliseconds of that many still fit a number. */
    private static final long MOST_CALLS = 1L << 42;

    private SecondSums() {}

    /** Returns the mask of the fields that are not 0. */
    static int mask(long[] sums) {
        int mask = 0;
        for (int field = 0; field < sums.length; field++) {
            mask |= sums[field] == 0 ? 0 : 1 << field;
        }
        return mask;
    }

    /** Returns the code to pack the sums with. */
    static int code(long[] sums, int mask) {
        if ((mask & ~ALL_SHORT) != 0 || sums[CALLS] == 0) {
            return isOneUntimed(sums, mask) ? ONE_UNTIMED : ANY;
        }
        return sums[CALLS] == 1 ? ONE_SHORT : SHORT;
    }

    private static boolean isOneUntimed(long[] sums, int mask) {
        int notShort = SecondField.NOT_SHORT.ordinal();
        return mask == (1 << CALLS | 1 << notShort) && sums[CALLS] == 1 && sums[notShort] == 1;
    }

    /** Writes the sums behind their code, and returns the index after the last byte. */
    static int pack(long[] sums, int mask, int code, byte[] to, int at) {
        if (code == ONE_UNTIMED) {
            return at;
        }
        int end = at;
        if (code == ONE_SHORT) {
            end = put(sums[MS], to, end);
            return put(sums[MS_BEFORE], to, end);
        }
        if (code == ANY) {
            end = put(mask, to, end);
        }
        for (int field = 0; field < sums.length; field++) {
            if (code == SHORT ? field <= BEFORE : (mask >>> field & 1) != 0) {
                end = put(sums[field], to, end);
            }
        }
        return end;
    }

    /** Writes the numbers behind the code as {@link #pack} does. */
    static void write(long[] sums, int mask, int code, CborWriter out) throws IOException {
        if (code == ONE_SHORT) {
            out.number(sums[MS]);
            out.number(sums[MS_BEFORE]);
        } else if (code != ONE_UNTIMED) {
            if (code == ANY) {
                out.number(mask);
            }
            for (int field = 0; field < sums.length; field++) {
                if (code == SHORT ? field <= BEFORE : (mask >>> field & 1) != 0) {
                    out.number(sums[field]);
                }
            }
        }
    }

    /**
     * Reads what {@link #write} wrote into sums that are all 0.
     *
     * @param most calls that there may be, which bounds every sum
     */
    static void read(long[] sums, int code, long most, CborReader in) throws IOException {
        int mask = switch (code) {
            case ONE_UNTIMED -> 0;
            case ONE_SHORT -> 1 << MS | 1 << MS_BEFORE;
            case SHORT -> ALL_SHORT;
            default -> in.number((1 << sums.length) - 1);
        };
        for (int bits = mask; bits != 0; bits &= bits - 1) {
            int field = Integer.numberOfTrailingZeros(bits);
            sums[field] = in.number(
                    0,
                    field == CALLS
                            ? Math.min(most, Integer.MAX_VALUE)
                            : BusyTime.LONGEST_MS * Math.min(most, MOST_CALLS));
        }
        if (code <= ONE_SHORT) {
            sums[CALLS] = 1;
            sums[code == ONE_UNTIMED ? SecondField.NOT_SHORT.ordinal() : BEFORE] =
                    code == ONE_UNTIMED || sums[MS_BEFORE] > 0 ? 1 : 0;
        }
    }

    static int put(long number, byte[] to, int at) {
        int end = at;
        long rest = number;
        while (rest >>> 7 != 0) {
            to[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[end++] = (byte) rest;
        return end;
    }

    /** A reader of packed numbers. */
    static final class Cursor {
        private final byte[] bytes;
        private final int end;
        private int at;

        Cursor(ByteSlice packed) {
            this.bytes = packed.array();
            this.at = packed.from();
            this.end = packed.to();
        }

        boolean more() {
            return at < end;
        }

        int at() {
            return at;
        }

        long number() {
            long value = 0;
            int shift = 0;
            while (true) {
                byte b = bytes[at++];
                value |= (long) (b & 0x7F) << shift;
                if (b >= 0) {
                    return value;
                }
                shift += 7;
            }
        }

        private void skip(int numbers) {
            for (int left = numbers; left > 0; left -= bytes[at] >= 0 ? 1 : 0, at++) {
                // The loop's head does all: a byte without its highest bit ends a number.
            }
        }

        /** Passes the sums behind a code, and returns their calls. */
        long calls(int code) {
            if (code == ONE_UNTIMED) {
                return 1;
            }
            if (code == ONE_SHORT) {
                skip(2);
                return 1;
            }
            int mask = code == SHORT ? ALL_SHORT : (int) number();
            long calls = (mask & 1 << CALLS) == 0 ? 0 : number();
            skip(Integer.bitCount(mask & ~(1 << CALLS)));
            return calls;
        }

        /** Adds the sums behind a code to those of a second. */
        void addTo(DaySeconds day, int second, int code) {
            switch (code) {
                case ONE_UNTIMED -> {
                    day.add(CALLS, second, 1);
                    day.add(SecondField.NOT_SHORT.ordinal(), second, 1);
                }
                case ONE_SHORT -> {
                    day.add(CALLS, second, 1);
                    day.add(MS, second, number());
                    long before = number();
                    day.add(MS_BEFORE, second, before);
                    day.add(BEFORE, second, before == 0 ? 0 : 1);
                }
                default -> {
                    int mask = code == SHORT ? ALL_SHORT : (int) number();
                    for (int bits = mask; bits != 0; bits &= bits - 1) {
                        day.add(Integer.numberOfTrailingZeros(bits), second, number());
                    }
                }
            }
        }
    }
}
