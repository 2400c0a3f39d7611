package dev.pathrank.log;

/** The fields that hold the duration of the origin, best first (contract: "Durations"). */
public enum DurationField {
    ORIGIN_LBL("origin-lbl"),
    ORIGIN_FBL("origin-fbl"),
    TIME_TO_FIRST_BYTE("time-to-first-byte"),
    TIME_TAKEN("time-taken"),
    NONE("");

    private final String fieldName;

    DurationField(String fieldName) {
        this.fieldName = fieldName;
    }

    /** Returns the name of the field in a log header; empty for {@link #NONE}. */
    public String fieldName() {
        return fieldName;
    }
}
