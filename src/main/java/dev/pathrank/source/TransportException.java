package dev.pathrank.source;

import java.io.IOException;

/**
 * Thrown if bytes of an existing object did not arrive in spite of retries. Nothing of the object counts (contract:
 * "Rows and objects"). The message follows the object's name.
 */
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    public TransportException(String message, Throwable cause) {
        super(message, cause);
    }
}
