package dev.pathrank.log;

import java.util.List;
import java.util.Locale;

/**
 * How a log names its columns. The same name may mean another thing: {@code x-host-header} is the host that the viewer
 * asked for in a standard log, and the distribution's domain in a real-time log.
 */
public enum FieldNaming {
    STANDARD,
    REAL_TIME,
    /** As {@link #STANDARD}, with each run of other characters than letters and digits as one {@code _}. */
    PARQUET;

    /** The naming that a header follows; only real-time logs have these two. */
    static FieldNaming of(List<String> lowerCaseNames) {
        boolean realTime = lowerCaseNames.contains("timestamp") || lowerCaseNames.contains("cs-host");
        return realTime ? REAL_TIME : STANDARD;
    }

    /** The name of a column in lower case; empty where this naming has none for it. */
    public String nameOf(LogField column) {
        return switch (this) {
            case STANDARD -> column.standardName();
            case REAL_TIME -> column.realTimeName();
            case PARQUET -> rewritten(column.standardName());
        };
    }

    /** A column's name as CloudFront writes it into Parquet files, in lower case. */
    static String rewritten(String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "").toLowerCase(Locale.ROOT);
    }
}
