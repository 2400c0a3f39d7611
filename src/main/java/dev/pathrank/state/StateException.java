package dev.pathrank.state;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The failure of a state that cannot be used as it is. The message says why and what to do. */
public final class StateException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean otherOptions;

    StateException(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.otherOptions = false;
    }

    /** @param otherOptions whether it would be usable with other options */
    public StateException(String message, boolean otherOptions) {
        super(message);
        this.otherOptions = otherOptions;
    }

    /** Returns whether it would be usable with other options. */
    public boolean otherOptions() {
        return otherOptions;
    }
}
