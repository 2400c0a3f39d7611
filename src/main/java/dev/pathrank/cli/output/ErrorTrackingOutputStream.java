package dev.pathrank.cli.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stream that remembers the first failed write, because some writers do not report it. */
public final class ErrorTrackingOutputStream extends FilterOutputStream {
    private @Nullable IOException failure;

    /** Creates a stream that writes to {@code out}. */
    public ErrorTrackingOutputStream(OutputStream out) {
        super(out);
    }

    /** Returns the first failure; empty if there was none. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
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
            failure = failure == null ? e : failure;
            throw e;
        }
    }
}
