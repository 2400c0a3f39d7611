package dev.pathrank.pattern;

/** What the status of a response says about the requested path. */
public final class HttpStatus {
    private HttpStatus() {}

    /** Whether the path exists: 100 to 399. Such rows decide the patterns. */
    static boolean isAnswer(int status) {
        return status >= 100 && status <= 399;
    }

    /** Whether the path does not exist: Not Found and Gone (RFC 9110, sections 15.5.5 and 15.5.11). */
    public static boolean isNotFound(int status) {
        return status == 404 || status == 410;
    }
}
