package dev.pathrank.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Remembers that a write failed, for writers that keep it to themselves. */
public final class ErrorTrackingOutputStream extends FilterOutputStream {
    private Optional<IOException> failure = Optional.empty();

    public ErrorTrackingOutputStream(OutputStream out) {
        super(out);
    }

    /** The first failure. */
    public Optional<IOException> failure() {
        return failure;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = Optional.of(failure.orElse(e));
            throw e;
        }
    }
}
