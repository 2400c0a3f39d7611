package dev.pathrank.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A log object that cannot be opened: denied, vanished or unreadable. The message is to be printed after the object's
 * name.
 */
public final class ObjectUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    public ObjectUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
