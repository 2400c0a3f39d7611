package dev.pathrank.log;

import dev.pathrank.cbor.StoredEnum;
import java.util.function.Predicate;

/** The types of CloudFront logs, the most detailed first. */
public enum LogType implements StoredEnum {
    /** Standard logging v2, in whichever output format. */
    V2(0, "v2"),
    /** Standard logging (legacy): objects that begin with {@code #Version}. */
    LEGACY(1, "legacy"),
    /** Real-time logs, which may be sampled. */
    REAL_TIME(2, "real-time");

    private final int code;
    private final String word;

    LogType(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /**
     * Returns whether a log with these fields is a real-time log: other logs have further fields for time and domain.
     */
    public static boolean isRealTime(Predicate<LogField> has) {
        return has.test(LogField.TIMESTAMP)
                && !has.test(LogField.TIMESTAMP_MS)
                && !has.test(LogField.DATE)
                && !has.test(LogField.DOMAIN);
    }

    @Override
    public int code() {
        return code;
    }

    /** Returns the word for messages. */
    public String word() {
        return word;
    }
}
