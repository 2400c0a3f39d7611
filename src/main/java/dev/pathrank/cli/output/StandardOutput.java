package dev.pathrank.cli.output;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output as an {@link Output}: written bytes cannot be taken back, so {@link #commit} only flushes them. */
public final class StandardOutput implements Output {
    private final OutputStream out;
    private final OutputStream stream;

    private StandardOutput(OutputStream out, OutputStream stream) {
        this.out = out;
        this.stream = stream;
    }

    /** Creates an output that writes to {@code out}. */
    public StandardOutput(OutputStream out) {
        this(out, new BufferedOutputStream(out));
    }

    /**
     * Creates the output of a command. It keeps what is written until it is delivered if the output is not the terminal
     * that shows the messages: a pager at the other end of a pipe draws on the same terminal, and would be overwritten
     * by messages that come after the report.
     */
    static StandardOutput of(Streams streams) {
        return streams.errIsTerminal() && !streams.outIsTerminal()
                ? new StandardOutput(streams.out(), new ByteArrayOutputStream())
                : new StandardOutput(streams.out());
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

    /** Writes what was kept. Called when nothing more is said on standard error. */
    void deliver() throws IOException {
        if (stream instanceof ByteArrayOutputStream kept) {
            kept.writeTo(out);
            out.flush();
            kept.reset();
        }
    }

    @Override
    public void close() {
        // The stream belongs to the process.
    }
}
