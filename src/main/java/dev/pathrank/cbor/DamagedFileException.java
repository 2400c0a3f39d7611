package dev.pathrank.cbor;

import java.io.IOException;

/** A file is not what was written: cut short, changed, or of another kind. The message follows the file's name. */
public final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message such as "ends too early" */
    public DamagedFileException(String message) {
        super(message);
    }

    /** Creates an exception with a cause. */
    public DamagedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
