package dev.pathrank.source.unzip;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of one log object with gzip undone, as an {@link Unzipper} does it for one object after another. */
public final class Unzipped {
    private Unzipped() {}

    /** Unzips {@code stored}, which is closed with the result, or at once if its first bytes cannot be read. */
    public static InputStream of(InputStream stored) throws IOException {
        return new Unzipper().open(stored); // the JDK frees a decoder that is not closed
    }
}
