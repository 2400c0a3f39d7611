package dev.pathrank.tally.seconds;

import dev.pathrank.cbor.DamagedFileException;

/** A check that the sums which a file holds for a leaf and day can be those of calls. */
final class StoredSeconds {
    private static final long MS = 1000;
    /** A long call has at most a part in its last second and in its first two. */
    private static final long PARTS = 3;

    private final long most;
    private long calls;
    private long parts;
    private long ends;
    private long covering;

    /** @param most calls that there may be */
    StoredSeconds(long most) {
        this.most = most;
    }

    /** Adds a second, later than all before. */
    void add(int second, long[] sums) throws DamagedFileException {
        long ended = at(sums, SecondField.CALLS);
        long shortOnes = ended - at(sums, SecondField.NOT_SHORT);
        long shortBefore = at(sums, SecondField.SHORT_BEFORE);
        calls += ended;
        parts += at(sums, SecondField.PARTS);
        ends += at(sums, SecondField.LONG_ENDS);
        covering += at(sums, SecondField.LONG_STARTS) - at(sums, SecondField.LONG_ENDS);
        boolean valid = calls <= most
                && (ended == 0 || second >= 0)
                && shortBefore <= shortOnes
                && at(sums, SecondField.SHORT_MS_BEFORE) <= MS * shortBefore
                && at(sums, SecondField.SHORT_MS) <= MS * shortOnes
                && at(sums, SecondField.PART_MS) <= MS * at(sums, SecondField.PARTS)
                && at(sums, SecondField.LONG_MS) <= BusyTime.LONGEST_MS * at(sums, SecondField.LONG_STARTS)
                && at(sums, SecondField.LONG_ENDS) <= at(sums, SecondField.NOT_SHORT)
                && parts <= PARTS * most
                && covering <= most
                && failures(sums) <= ended
                && over(sums) <= ended;
        for (CallFlag flag : CallFlag.values()) {
            valid &= at(sums, flag.field()) <= ended;
        }
        require(valid && covering >= 0);
    }

    void finish() throws DamagedFileException {
        require(covering == 0 && parts <= PARTS * ends);
    }

    long calls() {
        return calls;
    }

    private static long at(long[] sums, SecondField field) {
        return sums[field.ordinal()];
    }

    private static long failures(long[] sums) {
        return at(sums, SecondField.ERRORS_5XX) + at(sums, SecondField.ABORTED);
    }

    private static long over(long[] sums) {
        long over = 0;
        for (int field = SecondField.OVER_29_S.ordinal(); field <= SecondField.OVER_900_S.ordinal(); field++) {
            over += sums[field];
        }
        return over;
    }

    private static void require(boolean valid) throws DamagedFileException {
        if (!valid) {
            throw new DamagedFileException("has seconds that do not add up to its calls");
        }
    }
}
