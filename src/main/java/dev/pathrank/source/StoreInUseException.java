package dev.pathrank.source;

import java.io.IOException;

/** Thrown if another process uses a store. The message is ready to be printed. */
public final class StoreInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message who, and what to do */
    public StoreInUseException(String message) {
        super(message);
    }
}
