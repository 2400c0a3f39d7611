package dev.pathrank.samples;

/**
 * One request and its answer.
 *
 * @param second when the answer was finished, in seconds since 1970-01-01T00:00:00Z
 * @param path as it was on the wire
 * @param query without {@code ?}; empty where there is none
 * @param requestId CloudFront's id of the request
 */
record Exchange(
        long second,
        Viewer viewer,
        String method,
        String path,
        String query,
        String referer,
        SampleAnswer outcome,
        String requestId) {

    Exchange withRequestId(String other) {
        return new Exchange(second, viewer, method, path, query, referer, outcome, other);
    }

    /** Whether the request came unencrypted, as those do that the edge redirects. */
    boolean plainHttp() {
        return outcome.resultType().equals("Redirect");
    }
}
