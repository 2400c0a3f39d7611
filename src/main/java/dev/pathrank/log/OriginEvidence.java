package dev.pathrank.log;

/** The fields by which an object decides whether its rows reached the origin, the weakest first. */
public enum OriginEvidence {
    /** No rows, so nothing was decided. */
    NONE,
    /** Neither result type: every row counts as an origin call. */
    EVERY_ROW,
    /** A result type without a detailed one: every {@code Error} row counts. */
    RESULT_TYPE,
    /** Both result types. */
    DETAILED;

    /** Returns the evidence of a log by the fields that it has. */
    public static OriginEvidence of(boolean resultType, boolean detailedResultType) {
        if (!resultType) {
            return EVERY_ROW;
        }
        return detailedResultType ? DETAILED : RESULT_TYPE;
    }
}
