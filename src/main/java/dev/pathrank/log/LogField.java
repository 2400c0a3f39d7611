package dev.pathrank.log;

import java.util.Locale;

/** What is looked at of a log; all other columns are passed over. */
public enum LogField {
    DATE("date", ""),
    TIME("time", ""),
    /** Seconds since 1970 with decimals. */
    TIMESTAMP("", "timestamp"),
    /** Milliseconds since 1970. */
    TIMESTAMP_MS("timestamp(ms)", ""),
    BYTES_OUT("sc-bytes"),
    CLIENT("c-ip"),
    METHOD("cs-method"),
    /** The distribution's own domain. */
    DOMAIN("cs(Host)", "x-host-header"),
    PATH("cs-uri-stem"),
    /** Without its {@code ?}. */
    QUERY("cs-uri-query"),
    STATUS("sc-status"),
    RESULT_TYPE("x-edge-result-type"),
    REQUEST_ID("x-edge-request-id"),
    /** The host that the viewer asked for. */
    HOST("x-host-header", "cs-host"),
    PROTOCOL("cs-protocol"),
    BYTES_IN("cs-bytes"),
    TIME_TAKEN(DurationField.TIME_TAKEN.fieldName()),
    TIME_TO_FIRST_BYTE(DurationField.TIME_TO_FIRST_BYTE.fieldName()),
    DETAILED_RESULT_TYPE("x-edge-detailed-result-type"),
    ORIGIN_FBL(DurationField.ORIGIN_FBL.fieldName()),
    ORIGIN_LBL(DurationField.ORIGIN_LBL.fieldName());

    private final String fieldName;
    private final String standardName;
    private final String realTimeName;

    LogField(String name) {
        this(name, name);
    }

    LogField(String standardName, String realTimeName) {
        this.fieldName = standardName.isEmpty() ? realTimeName : standardName;
        this.standardName = standardName.toLowerCase(Locale.ROOT);
        this.realTimeName = realTimeName.toLowerCase(Locale.ROOT);
    }

    /** The name as CloudFront spells it, in a standard log where it has one there. */
    public String fieldName() {
        return fieldName;
    }

    /** The name in standard logs, in lower case; empty where they have no such column. */
    public String standardName() {
        return standardName;
    }

    /** The name in real-time logs, in lower case; empty where they have no such column. */
    String realTimeName() {
        return realTimeName;
    }
}
