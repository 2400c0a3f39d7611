package dev.pathrank.log;

import java.util.List;
import java.util.Locale;

/**
 * The naming of fields in a log. The same name may mean different fields: {@code x-host-header} is the host that the
 * viewer asked for in a standard log, and the distribution's domain in a real-time log.
 */
public enum FieldNaming {
    STANDARD,
    REAL_TIME,
    /** As {@link #STANDARD}, with an {@code _} for each run of characters that are not letters or digits. */
    PARQUET;

    /** Returns the naming that a header follows. The two names that are tested occur in real-time logs only. */
    static FieldNaming of(List<String> lowerCaseNames) {
        boolean realTime = lowerCaseNames.contains("timestamp") || lowerCaseNames.contains("cs-host");
        return realTime ? REAL_TIME : STANDARD;
    }

    /** Returns the name of a field in lower case; empty where this naming lacks the field. */
    public String nameOf(LogField field) {
        return switch (this) {
            case STANDARD -> field.standardName();
            case REAL_TIME -> field.realTimeName();
            case PARQUET -> rewritten(field.standardName());
        };
    }

    /** Returns a field's name as CloudFront writes it into Parquet files, in lower case. */
    static String rewritten(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "").toLowerCase(Locale.ROOT);
    }
}
