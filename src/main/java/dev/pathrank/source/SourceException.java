package dev.pathrank.source;

/** Thrown for a source that cannot be listed, such as a missing bucket. The message says what, where and what to do. */
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
