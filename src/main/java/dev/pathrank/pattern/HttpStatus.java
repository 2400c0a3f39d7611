package dev.pathrank.pattern;

/** What the status of an answer says about the path that was asked for. */
public final class HttpStatus {
    private HttpStatus() {}

    /** Whether there is something at the path: 100 to 399. Such rows decide the patterns. */
    public static boolean isAnswer(int status) {
        return status >= 100 && status <= 399;
    }

    /** Whether there is nothing at the path: Not Found and Gone (RFC 9110, sections 15.5.5 and 15.5.11). */
    public static boolean isNotFound(int status) {
        return status == 404 || status == 410;
    }
}
