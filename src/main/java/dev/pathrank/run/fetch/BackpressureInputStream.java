package dev.pathrank.run.fetch;

import dev.pathrank.io.IoRunnable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stream that lets the run delay its reader before each piece, so that others can hand in what they hold. */
public final class BackpressureInputStream extends FilterInputStream {
    private final IoRunnable pace;

    public BackpressureInputStream(InputStream in, IoRunnable pace) {
        super(in);
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        pace.run();
        return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        pace.run();
        return in.read(buffer, offset, length);
    }
}
