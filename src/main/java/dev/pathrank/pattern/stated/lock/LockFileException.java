package dev.pathrank.pattern.stated.lock;

/** Thrown when a lock file cannot be parsed; the message says where, why and what to do. */
public final class LockFileException extends Exception {
    private static final long serialVersionUID = 1;

    LockFileException(String message) {
        super(message);
    }
}
