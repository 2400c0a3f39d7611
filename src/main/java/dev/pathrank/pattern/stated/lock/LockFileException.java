package dev.pathrank.pattern.stated.lock;

/** A lock file that cannot be understood; the message says where, why and what to do. */
public final class LockFileException extends Exception {
    private static final long serialVersionUID = 1;

    LockFileException(String message) {
        super(message);
    }
}
