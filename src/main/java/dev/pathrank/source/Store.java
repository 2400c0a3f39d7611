package dev.pathrank.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Optional;

/**
 * A store of immutable files and of one file, the <em>root</em>, that names the valid ones. Changes become valid all at
 * once when the root is replaced, even if the process or the machine stops at any time. While a store is open, other
 * processes cannot change it unnoticed.
 */
public interface Store extends AutoCloseable {
    /** Returns the place as the user wrote it. */
    String name();

    /** Opens the root; empty if there is none. */
    Optional<InputStream> root() throws IOException;

    /** Returns whether there are other files than the root. */
    boolean hasFiles() throws IOException;

    /**
     * Opens a file.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    InputStream open(String file) throws IOException;

    /** Begins a new file, which is invisible while it is written. */
    Draft draft() throws IOException;

    /** Removes files that the root no longer names. */
    void remove(Collection<String> files) throws IOException;

    /** Removes files of killed runs, which are all that are not in {@code files}. */
    void sweep(Collection<String> files) throws IOException;

    @Override
    void close();

    /** A file that is being written. */
    interface Draft extends AutoCloseable {
        /** Returns the stream to write to; closed by the draft. */
        OutputStream stream();

        /** Adds the file to the store, durably. A file of that name is not changed. */
        void put(String file) throws IOException;

        /**
         * Replaces the root by this file, after all files that were put.
         *
         * @throws StoreInUseException if another process has replaced the root since it was read
         */
        void replaceRoot() throws IOException;

        /** Discards the file unless it was put. */
        @Override
        void close() throws IOException;
    }
}
