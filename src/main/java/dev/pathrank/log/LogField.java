package dev.pathrank.log;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a log that are read. All others are skipped. A column's name alone decides which field it holds, in
 * every format; only {@link LogType#REAL_TIME} logs give another meaning to {@link #HOST}.
 */
public enum LogField {
    DATE("date"),
    TIME("time"),
    /** Seconds or milliseconds since 1970, or an ISO date and time. */
    TIMESTAMP("timestamp"),
    /** Milliseconds since 1970. */
    TIMESTAMP_MS("timestamp(ms)"),
    BYTES_OUT("sc-bytes"),
    CLIENT("c-ip"),
    METHOD("cs-method"),
    /** The distribution's own domain. */
    DOMAIN("cs(Host)"),
    PATH("cs-uri-stem"),
    /** The query without its {@code ?}. */
    QUERY("cs-uri-query"),
    STATUS("sc-status"),
    RESULT_TYPE("x-edge-result-type"),
    REQUEST_ID("x-edge-request-id"),
    /** The host that the viewer asked for; in real-time logs the distribution's own domain. */
    HOST("x-host-header"),
    /** The host that the viewer asked for, in real-time logs; elsewhere another spelling of {@link #DOMAIN}. */
    REAL_TIME_HOST("cs-host"),
    PROTOCOL("cs-protocol"),
    BYTES_IN("cs-bytes"),
    CONTENT_TYPE("sc-content-type"),
    /** What a function of the viewer's request has logged. */
    VIEWER_DATA("viewer-request-log-data"),
    BEHAVIOUR("cache-behavior-path-pattern"),
    TIME_TAKEN(DurationField.TIME_TAKEN.fieldName()),
    TIME_TO_FIRST_BYTE(DurationField.TIME_TO_FIRST_BYTE.fieldName()),
    DETAILED_RESULT_TYPE("x-edge-detailed-result-type"),
    ORIGIN_FBL(DurationField.ORIGIN_FBL.fieldName()),
    ORIGIN_LBL(DurationField.ORIGIN_LBL.fieldName());

    private static final Map<String, LogField> BY_KEY = new HashMap<>();

    static {
        for (LogField field : values()) {
            BY_KEY.put(field == DOMAIN ? "cs(host)" : key(field.fieldName), field);
        }
    }

    private final String fieldName;

    LogField(String fieldName) {
        this.fieldName = fieldName;
    }

    /** Returns the name as CloudFront spells it. */
    public String fieldName() {
        return fieldName;
    }

    /**
     * Returns the field that a column of this name holds, in any case and with {@code -} or {@code _} between its
     * words; empty where it holds none that is read.
     */
    public static Optional<LogField> of(String name) {
        LogField exact = BY_KEY.get(name.toLowerCase(Locale.ROOT));
        return Optional.ofNullable(exact == null ? BY_KEY.get(key(name)) : exact);
    }

    /** Returns a column's name in lower case, with one {@code -} for each run of other characters. */
    static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); at++) {
            char letter = Character.toLowerCase(name.charAt(at));
            boolean isPart = letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
            if (isPart) {
                key.append(letter);
            } else if (key.length() == 0 || key.charAt(key.length() - 1) != '-') {
                key.append('-');
            }
        }
        if (key.length() > 0 && key.charAt(key.length() - 1) == '-') {
            key.setLength(key.length() - 1);
        }
        return key.toString();
    }
}
