package dev.pathrank.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown for a log object that is denied, has vanished or is unreadable. The message follows the object's name. */
public final class ObjectUnavailableException extends IOException {
    private static final long serialVersionUID = 1L;

    public ObjectUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
