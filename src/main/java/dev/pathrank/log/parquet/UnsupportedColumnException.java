package dev.pathrank.log.parquet;

/** Thrown for a column whose type or compression is not supported. The message follows the object's name. */
final class UnsupportedColumnException extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedColumnException(String message) {
        super(message);
    }
}
