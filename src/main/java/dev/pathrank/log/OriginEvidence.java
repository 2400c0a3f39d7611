package dev.pathrank.log;

import dev.pathrank.cbor.StoredEnum;

/** The columns an object had to decide who reached the backend; the account says which applied. */
public enum OriginEvidence implements StoredEnum {
    /** No rows, so nothing had to be decided. */
    NONE(0),
    /** Neither result type: every row counts as an origin call. */
    EVERY_ROW(1),
    /** A result type without a detailed one: every {@code Error} row counts. */
    RESULT_TYPE(2),
    /** Both columns. */
    DETAILED(3);

    private final int code;

    OriginEvidence(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /** What these columns tell, by whether they are there. */
    public static OriginEvidence of(boolean resultType, boolean detailedResultType) {
        if (!resultType) {
            return EVERY_ROW;
        }
        return detailedResultType ? DETAILED : RESULT_TYPE;
    }
}
