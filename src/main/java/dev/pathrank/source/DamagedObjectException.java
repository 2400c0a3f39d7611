package dev.pathrank.source;

import java.io.IOException;

/**
 * Thrown for an object that arrived whole but is itself cut or corrupt. Every complete row before the damage counts,
 * and the object is reported as failed. The message follows the object's name.
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
