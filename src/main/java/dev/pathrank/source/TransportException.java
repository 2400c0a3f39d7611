package dev.pathrank.source;

import java.io.IOException;

/**
 * Bytes that did not arrive although the object is there: after the retries nothing of the object counts (contract:
 * "Rows and objects"). The message is to be printed after the object's name.
 */
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    public TransportException(String message, Throwable cause) {
        super(message, cause);
    }
}
