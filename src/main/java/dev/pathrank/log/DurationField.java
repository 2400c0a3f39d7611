package dev.pathrank.log;

import dev.pathrank.cbor.StoredEnum;

/** The fields that hold the duration of the origin, best first (contract: "Durations"). */
public enum DurationField implements StoredEnum {
    ORIGIN_LBL(0, "origin-lbl"),
    ORIGIN_FBL(1, "origin-fbl"),
    TIME_TO_FIRST_BYTE(2, "time-to-first-byte"),
    TIME_TAKEN(3, "time-taken"),
    NONE(4, "");

    private final int code;
    private final String fieldName;

    DurationField(int code, String fieldName) {
        this.code = code;
        this.fieldName = fieldName;
    }

    @Override
    public int code() {
        return code;
    }

    /** Returns the name of the field in a log header; empty for {@link #NONE}. */
    public String fieldName() {
        return fieldName;
    }
}
