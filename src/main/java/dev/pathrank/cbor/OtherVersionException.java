package dev.pathrank.cbor;

import java.io.IOException;

/**
 * Thrown if a file has a version of its format that this program does not read. The message follows the file's name.
 */
public final class OtherVersionException extends IOException {
    private static final long serialVersionUID = 1L;

    OtherVersionException(int found, int read) {
        super("has format version " + found + ", but this pathrank reads version " + read
                + (found > read ? ": use the newer pathrank that wrote it" : ": count the logs again"));
    }
}
