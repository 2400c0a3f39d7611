package dev.pathrank.cli.output;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Destination of one result, which appears there as a whole on {@link #commit()}, or not at all where that is possible.
 */
public interface Output extends AutoCloseable {
    /** Returns the place's name for messages. */
    String name();

    /** Returns the stream to write to; always the same one. The caller does not close it. */
    OutputStream stream() throws IOException;

    /** Makes everything written appear at the place. */
    void commit() throws IOException;

    /** Closes the output; what was not committed is dropped. */
    @Override
    void close() throws IOException;
}
