package dev.pathrank.cli;

import java.io.IOException;
import java.io.OutputStream;

/** A standard output whose reader has closed the pipe. */
final class ClosedPipeStream extends OutputStream {
    @Override
    public void write(int value) throws IOException {
        throw new IOException("Broken pipe");
    }
}
