package dev.pathrank.plan;

import java.util.Locale;

/** A reason why an endpoint behaves differently, or fails, once it has moved, as far as logs show it. */
public enum Hazard {
    CONNECTIONS("connections", "WebSocket or gRPC: a function ends with its answer"),
    SLOW("slow ms", "the longest call, if CloudFront or API Gateway would not wait for it"),
    RETRIES(
            "retries ms",
            "the longest GET or HEAD call takes two or three times the origin timeout of 30 s: CloudFront retried it"),
    NO_ANSWER("no answer", "calls with status 000, if 1 % or more: the viewer disconnected before the answer"),
    LARGE_ANSWER("large answer bytes", "the largest answer, if it exceeds 1 MB"),
    LARGE_REQUEST("large request", "requests of more than 1 MB"),
    LONG_HEADERS("long headers", "GET and HEAD requests of more than 10,240 bytes, more than the HTTP API accepts"),
    LARGE_DOWNLOAD("large download", "calls of a GET whose mean answer exceeds 1 MB: better served from S3"),
    RANGES("ranges", "range requests: better served from S3"),
    SEMICOLON_IN_QUERY("semicolon in query", "calls with ; in the query"),
    REPEATED_KEY("repeated key", "calls with a key twice in the query"),
    RAW_BRACE_IN_QUERY("raw brace in query", "calls with {, } or | in the query, not percent-encoded"),
    ENCODED_SLASH("encoded slash", "calls with %2F in the path"),
    ENCODED_PATH("encoded path", "calls with another percent-encoding in the path"),
    DOUBLED_SLASH("doubled slash", "calls with // in the path"),
    SPELLINGS(
            "other spellings",
            "calls with other spellings (trailing slash, letter case), which API Gateway treats as different paths"),
    PLACEHOLDER_IN_SEGMENT(
            "placeholder in segment", "calls of a path with a placeholder that is only a part of a segment"),
    QUERY_KEY("query key", "calls that only their query tells from others of the path: no route or behaviour does"),
    HEAD_AND_OPTIONS("HEAD and OPTIONS", "calls of the same path with these methods, which need routes too"),
    METHODS_SPLIT("methods split", "calls of the same path with methods that move in another wave or do not move"),
    WIDE_BEHAVIOUR("wide behaviour", "calls of other endpoints that a cache behaviour for this one would also match"),
    SHARED_CACHE(
            "shared cache",
            "calls answered from the cache although they need a signed-in user: users may receive each other's"
                    + " answers");

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
