package dev.pathrank.log;

/** The columns an object had to decide who reached the backend; the account says which applied. */
public enum OriginEvidence {
    /** No rows, so nothing had to be decided. */
    NONE,
    /** Neither result type: every row counts as an origin call. */
    EVERY_ROW,
    /** A result type without a detailed one: every {@code Error} row counts. */
    RESULT_TYPE,
    /** Both columns. */
    DETAILED;

    /** What these columns tell, by whether they are there. */
    public static OriginEvidence of(boolean resultType, boolean detailedResultType) {
        if (!resultType) {
            return EVERY_ROW;
        }
        return detailedResultType ? DETAILED : RESULT_TYPE;
    }
}
