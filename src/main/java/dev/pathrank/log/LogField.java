package dev.pathrank.log;

import java.util.Locale;

/** The fields of a log that are read. All others are skipped. */
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
    /** The query without its {@code ?}. */
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

    /**
     * Returns the name as CloudFront spells it: that of standard logs, or of real-time logs where those lack the field.
     */
    public String fieldName() {
        return fieldName;
    }

    /** Returns the name in standard logs, in lower case; empty where they lack the field. */
    public String standardName() {
        return standardName;
    }

    /** Returns the name in real-time logs, in lower case; empty where they lack the field. */
    String realTimeName() {
        return realTimeName;
    }
}
