package dev.pathrank.log.parquet;

/** A column that is written in a way that is not read. The message is to be printed after the object's name. */
final class UnsupportedColumnException extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedColumnException(String message) {
        super(message);
    }
}
