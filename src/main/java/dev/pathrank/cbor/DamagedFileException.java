package dev.pathrank.cbor;

import java.io.IOException;

/** Thrown for a file that was cut or changed, or has another format. The message follows the file's name. */
public final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message such as "ends too early" */
    public DamagedFileException(String message) {
        super(message);
    }

    /** As {@link #DamagedFileException(String)}, with a cause. */
    public DamagedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
