package dev.pathrank.log;

import java.util.Locale;

/** The columns of a standard log that are looked at; all others are passed over. */
enum Column {
    DATE("date"),
    TIME("time"),
    BYTES_OUT("sc-bytes"),
    CLIENT("c-ip"),
    METHOD("cs-method"),
    /** The distribution's own domain. */
    DOMAIN("cs(Host)"),
    PATH("cs-uri-stem"),
    STATUS("sc-status"),
    RESULT_TYPE("x-edge-result-type"),
    /** The host that the viewer asked for. */
    HOST("x-host-header"),
    PROTOCOL("cs-protocol"),
    TIME_TAKEN(DurationField.TIME_TAKEN.fieldName()),
    TIME_TO_FIRST_BYTE(DurationField.TIME_TO_FIRST_BYTE.fieldName()),
    DETAILED_RESULT_TYPE("x-edge-detailed-result-type"),
    ORIGIN_FBL(DurationField.ORIGIN_FBL.fieldName()),
    ORIGIN_LBL(DurationField.ORIGIN_LBL.fieldName());

    private final String fieldName;
    private final String lowerCaseName;

    Column(String fieldName) {
        this.fieldName = fieldName;
        this.lowerCaseName = fieldName.toLowerCase(Locale.ROOT);
    }

    /** The name in a {@code #Fields:} line. */
    String fieldName() {
        return fieldName;
    }

    String lowerCaseName() {
        return lowerCaseName;
    }
}
