package dev.pathrank.plan;

import java.util.Locale;

/** A reason why an endpoint behaves differently, or fails, once it has moved, as far as logs show it. */
public enum Hazard {
    CONNECTIONS("connections", "WebSocket or gRPC: a function answers and ends"),
    SLOW("slow ms", "the longest call, where it passes the integration timeout"),
    RETRIES(
            "retries ms",
            "the longest call of a GET or HEAD is two or three times the origin timeout of 30 s: CloudFront has asked again"),
    NO_ANSWER("no answer", "calls with status 000, where they are 1 % or more: the viewer left before the answer"),
    LARGE_ANSWER("large answer bytes", "the largest answer, where it passes 1 MB"),
    LARGE_REQUEST("large request", "requests of more than 1 MB"),
    LARGE_DOWNLOAD("large download", "calls of a GET whose mean answer passes 1 MB: a file for S3"),
    RANGES("ranges", "calls for a part of a file: one for S3"),
    SEMICOLON_IN_QUERY("semicolon in query", "calls with ; in the query"),
    REPEATED_KEY("repeated key", "calls with a key twice in the query"),
    RAW_BRACE_IN_QUERY("raw brace in query", "calls with {, } or | in the query, not percent-encoded"),
    ENCODED_SLASH("encoded slash", "calls with %2F in the path"),
    ENCODED_PATH("encoded path", "calls with another percent-encoding in the path"),
    DOUBLED_SLASH("doubled slash", "calls with // in the path"),
    SPELLINGS(
            "other spellings", "calls spelled otherwise (trailing slash, letter case), which API Gateway tells apart"),
    VARIABLE_IN_SEGMENT("variable in segment", "calls of a path with a variable that is only a part of a segment"),
    HEAD_AND_OPTIONS("HEAD and OPTIONS", "calls of the same path with these methods, which need routes too"),
    METHODS_SPLIT("methods split", "calls of the same path with methods that move in another wave or not at all"),
    WIDE_BEHAVIOUR("wide behaviour", "calls of other endpoints that a cache behaviour for this one would take along"),
    SHARED_CACHE(
            "shared cache",
            "calls answered by the cache although a signed-in user is needed: users may get each other's answers");

    private final String word;
    private final String meaning;

    Hazard(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** Returns its name in the report, with the unit of its figure where that is not calls. */
    public String word() {
        return word;
    }

    /** Returns its key in the data file of targets, such as {@code encoded-path}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what its figure counts, in a few words. */
    public String meaning() {
        return meaning;
    }
}
