package dev.pathrank.io;

import java.io.IOException;
import java.io.InputStream;

/** A base class for streams that implement only the reading of several bytes at once. */
public abstract class BulkInputStream extends InputStream {
    private final byte[] single = new byte[1];

    @Override
    public final int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public abstract int read(byte[] out, int offset, int length) throws IOException;
}
