package dev.pathrank.run.fetch;

import java.io.IOException;

/** Thrown if there is not enough memory for one object; the others can still be read. */
public final class MemoryExhaustedException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with advice as its message. */
    public MemoryExhaustedException(OutOfMemoryError cause) {
        super(
                "there is not enough memory for it; use fewer --threads, a smaller --max-inflight,"
                        + " or more memory (-Xmx)",
                cause);
    }
}
