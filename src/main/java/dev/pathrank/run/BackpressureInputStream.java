package dev.pathrank.run;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets its reader stop for breath before every piece. */
final class BackpressureInputStream extends FilterInputStream {
    private final Pace pace;

    BackpressureInputStream(InputStream in, Pace pace) {
        super(in);
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        pace.keep();
        return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        pace.keep();
        return in.read(buffer, offset, length);
    }

    /** What happens between two pieces. */
    @FunctionalInterface
    interface Pace {
        void keep() throws IOException;
    }
}
