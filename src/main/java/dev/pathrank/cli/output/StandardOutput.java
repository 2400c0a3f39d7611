package dev.pathrank.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output as an {@link Output}: written bytes cannot be taken back, so {@link #commit} only flushes them. */
public final class StandardOutput implements Output {
    private final OutputStream stream;

    /** Creates an output that writes to {@code out}. */
    public StandardOutput(OutputStream out) {
        this.stream = new BufferedOutputStream(out);
    }

    @Override
    public String name() {
        return "standard output";
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public void commit() throws IOException {
        stream.flush();
    }

    @Override
    public void close() {
        // The stream belongs to the process.
    }
}
