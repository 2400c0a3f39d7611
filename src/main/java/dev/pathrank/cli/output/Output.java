package dev.pathrank.cli.output;

import java.io.IOException;
import java.io.OutputStream;

/** A place that takes one result as a whole: it appears there on {@link #commit()} or, where the place allows, not at all. */
public interface Output extends AutoCloseable {
    /** The place, as it is named in messages. */
    String name();

    /** The bytes' way in; always the same stream. Whoever writes does not close it. */
    OutputStream stream() throws IOException;

    /** Hands everything written over to the place. */
    void commit() throws IOException;

    /** Ends the output; what was not committed is dropped. */
    @Override
    void close() throws IOException;
}
