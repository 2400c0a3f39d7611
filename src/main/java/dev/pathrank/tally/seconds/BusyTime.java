package dev.pathrank.tally.seconds;

/**
 * What one buffered entry adds to its second, as the bits of an {@code int}: busy milliseconds, marks of long calls,
 * and what else is counted. Rounding is per call, so sums do not depend on any order.
 *
 * <p>A call that ended in second {@code s} was busy for the {@code d} milliseconds before. Where the log has the
 * milliseconds of the end, its place is known. Where it has whole seconds only, the end counts as spread evenly over
 * {@code s}: then {@code d²/2000} of a call of at most a second lie in the second before, on the mean.
 */
final class BusyTime {
    static final int LONGEST_MS = SecondField.LONGEST_MS;

    /** The most seconds that a call reaches back from the second in which it ended. */
    static final int REACH_SECONDS = LONGEST_MS / 1000;

    /** A call that was not timed. */
    static final int UNTIMED = 0;

    static final int SHORT = 1;
    static final int LONG_END = 2;
    /** A part of a long call in an earlier second; no call of its own. */
    static final int LONG_PART = 3;

    private static final CallFlag[] FLAGS = CallFlag.values();
    private static final int MS = 1000;
    private static final int MS_BITS = 10;
    private static final int MS_MASK = (1 << MS_BITS) - 1;
    private static final int MS_AT = 2;
    private static final int BEFORE_AT = MS_AT + MS_BITS;
    private static final int STARTS_AT = BEFORE_AT;
    private static final int CLASS_AT = BEFORE_AT + MS_BITS;
    private static final int FLAGS_AT = CLASS_AT + 3;

    /** A part of a long call has its duration, in steps of 2 ms, in the place of what else is counted of a call. */
    private static final int DURATION_AT = BEFORE_AT + 1;

    private static final int DURATION_STEP = 2;
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private BusyTime() {}

    private static int entry(int kind, int ms, int before) {
        return kind | ms << MS_AT | before << BEFORE_AT;
    }

    /**
     * Returns the entry of a call in the second in which it ended. A long one needs the entries of its {@link #first}
     * seconds too.
     *
     * @param durationMs negative where it was not timed
     * @param endMs milliseconds after the beginning of its second; negative where the log has none
     * @param flags bits of {@link CallFlag}
     */
    static int ofCall(int durationMs, int endMs, int flags) {
        int rest = flags << FLAGS_AT;
        if (durationMs < 0) {
            return UNTIMED | rest;
        }
        rest |= SecondField.durationClass(durationMs) << CLASS_AT;
        if (isLong(durationMs, endMs)) {
            return entry(LONG_END, endMs < 0 ? MS / 2 : endMs, 0) | rest;
        }
        int before = endMs < 0 ? evenly(durationMs) : Math.max(0, durationMs - endMs);
        return entry(SHORT, durationMs - before, before) | rest;
    }

    static boolean isLong(int durationMs, int endMs) {
        return durationMs > MS + Math.max(0, endMs);
    }

    /** Returns {@code ms²/2000}, rounded to the nearest: what lies before an end that is spread over its second. */
    private static int evenly(int ms) {
        return (ms * ms + MS) / (2 * MS);
    }

    /**
     * Returns the entries of a long call before the second in which it ended.
     *
     * @return the entry of the second in which it begins to cover whole seconds, and that of the second before, in the
     *     low and the high half; the high half is 0 where there is none
     */
    static long first(int durationMs, int endMs) {
        int ms = Math.min(durationMs, LONGEST_MS);
        if (endMs >= 0) {
            int part = Math.floorMod(ms - endMs - 1, MS) + 1;
            return start(part, ms) & UNSIGNED;
        }
        int rest = ms % MS;
        int earlier = evenly(rest);
        int later = ms - MS / 2 - (ms / MS - 1) * MS - earlier;
        long low = start(later, ms) & UNSIGNED;
        return earlier == 0 ? low : low | (long) entry(LONG_PART, earlier, 0) << Integer.SIZE;
    }

    private static int start(int part, int durationMs) {
        return entry(LONG_PART, part, 0)
                | 1 << STARTS_AT
                | (durationMs + DURATION_STEP / 2) / DURATION_STEP << DURATION_AT;
    }

    /** Returns how many seconds before its end a long call has the lower entry of {@link #first}. */
    static int firstBefore(int durationMs, int endMs) {
        int ms = Math.min(durationMs, LONGEST_MS);
        return endMs >= 0 ? -Math.floorDiv(endMs - ms, MS) : ms / MS;
    }

    static int kind(int entry) {
        return entry & 3;
    }

    static int ms(int entry) {
        return entry >>> MS_AT & MS_MASK;
    }

    static int msBefore(int entry) {
        return entry >>> BEFORE_AT & MS_MASK;
    }

    /** Returns whether it is one call and nothing else is counted of it. */
    static boolean isPlain(int entry) {
        return entry >>> CLASS_AT == 0 && kind(entry) <= SHORT;
    }

    /** Adds an entry to the sums of its second, by the ordinals of {@link SecondField}. */
    static void addTo(long[] sums, int entry) {
        int kind = kind(entry);
        if (kind != LONG_PART) {
            sums[SecondField.CALLS.ordinal()]++;
        }
        if (kind == SHORT) {
            sums[SecondField.SHORT_MS.ordinal()] += ms(entry);
            sums[SecondField.SHORT_MS_BEFORE.ordinal()] += msBefore(entry);
            sums[SecondField.SHORT_BEFORE.ordinal()] += msBefore(entry) == 0 ? 0 : 1;
        } else if (kind == UNTIMED) {
            sums[SecondField.NOT_SHORT.ordinal()]++;
        } else {
            sums[SecondField.PART_MS.ordinal()] += ms(entry);
            sums[SecondField.PARTS.ordinal()] += ms(entry) == 0 ? 0 : 1;
            if (kind == LONG_PART) {
                sums[SecondField.LONG_STARTS.ordinal()] += entry >>> STARTS_AT & 1;
                sums[SecondField.LONG_MS.ordinal()] += (long) DURATION_STEP * (entry >>> DURATION_AT);
                return;
            }
            sums[SecondField.NOT_SHORT.ordinal()]++;
            sums[SecondField.LONG_ENDS.ordinal()]++;
        }
        int rest = entry >>> CLASS_AT;
        if (rest != 0) {
            addRare(sums, rest);
        }
    }

    private static void addRare(long[] sums, int rest) {
        int exceeded = rest & 7;
        if (exceeded > 0) {
            sums[SecondField.ofDurationClass(exceeded).ordinal()]++;
        }
        for (CallFlag flag : FLAGS) {
            sums[flag.field().ordinal()] += rest >>> 3 >>> flag.ordinal() & 1;
        }
    }
}
