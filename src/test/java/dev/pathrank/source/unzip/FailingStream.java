package dev.pathrank.source.unzip;

import java.io.IOException;
import java.io.InputStream;

/** A stream whose reads all fail. */
public final class FailingStream extends InputStream {
    private final IOException fault;

    /** Fails with this. */
    public FailingStream(IOException fault) {
        this.fault = fault;
    }

    @Override
    public int read() throws IOException {
        throw fault;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        throw fault;
    }
}
