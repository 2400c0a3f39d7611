package dev.pathrank.log;

import dev.pathrank.cbor.StoredEnum;

/** The fields from which it is decided whether the rows of an object reached the origin, the least certain first. */
public enum OriginEvidence implements StoredEnum {
    /** No rows, so nothing was decided. */
    NONE(0),
    /** Neither result type: every row counts as an origin call. */
    EVERY_ROW(1),
    /** A result type without a detailed one: every {@code Error} row counts. */
    RESULT_TYPE(2),
    /** Both result types. */
    DETAILED(3);

    private final int code;

    OriginEvidence(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    /** Returns the evidence of a row or a log by the fields that it has. */
    public static OriginEvidence of(boolean resultType, boolean detailedResultType) {
        if (!resultType) {
            return EVERY_ROW;
        }
        return detailedResultType ? DETAILED : RESULT_TYPE;
    }
}
