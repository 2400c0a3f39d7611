package dev.pathrank.io;

import java.io.IOException;
import java.nio.file.Path;

/** Thrown if a temporary file cannot be made or written; the message says where, why and what to do. */
public final class TemporaryFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param folder where temporary files go */
    public TemporaryFileException(Path folder, IOException cause) {
        super(
                "a temporary file in " + folder + " cannot be written: " + IoFailures.reason(cause)
                        + ". Free some space or choose another folder with --tmp-dir",
                cause);
    }
}
