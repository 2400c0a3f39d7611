package dev.pathrank.source;

/**
 * A source that cannot be listed: no such bucket, denied, no such folder. The message says what, where and what to do.
 */
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    public SourceException(String message) {
        super(message);
    }

    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
