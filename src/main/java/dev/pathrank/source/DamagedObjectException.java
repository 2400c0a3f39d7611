package dev.pathrank.source;

import java.io.IOException;

/**
 * An object that arrived whole but is itself cut or corrupt: every complete row before the damage counts, and the
 * object is failed. The message is to be printed after the object's name.
 */
public final class DamagedObjectException extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedObjectException(String message) {
        super(message);
    }

    public DamagedObjectException(String message, Throwable cause) {
        super(message, cause);
    }
}
