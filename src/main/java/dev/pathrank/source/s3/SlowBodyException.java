package dev.pathrank.source.s3;

import java.io.IOException;
import java.time.Duration;

/** Thrown if a body arrives so slowly that its end is not worth waiting for. */
final class SlowBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    SlowBodyException(long bytes, Duration window) {
        super("only " + bytes + " bytes received in " + window.toSeconds() + " s");
    }
}
