package dev.pathrank.tally.seconds;

/** A property of an origin call that is counted by the second, because it may be a failure after the move. */
public enum CallFlag {
    ERROR_5XX(SecondField.ERRORS_5XX),
    ABORTED(SecondField.ABORTED),
    LARGE_REQUEST(SecondField.LARGE_REQUESTS),
    LARGE_ANSWER(SecondField.LARGE_ANSWERS),
    LONG_HEADERS(SecondField.LONG_HEADERS);

    private final SecondField field;

    CallFlag(SecondField field) {
        this.field = field;
    }

    /** Returns the bit of this flag in a set of flags. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Returns the sum that it is counted in. */
    SecondField field() {
        return field;
    }
}
