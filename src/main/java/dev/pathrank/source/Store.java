package dev.pathrank.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Optional;

/**
 * A place for files that are made once and never changed, and for one file, the <em>root</em>, that names those which count. Replacing the root is the
 * one step that makes changes valid: before it nothing has happened, after it everything has, also when the process or the machine stops.
 * Whoever holds a store open is safe from others who write.
 */
public interface Store extends AutoCloseable {
    /** The place as the user wrote it. */
    String name();

    /** The root, or nothing where the place is empty. */
    Optional<InputStream> root() throws IOException;

    /** Whether there is any file beside the root. */
    boolean hasFiles() throws IOException;

    /**
     * Opens a file.
     *
     * @throws java.nio.file.NoSuchFileException if there is none of that name
     */
    InputStream open(String file) throws IOException;

    /** A new file, which is nowhere to be seen while it is written. */
    Draft draft() throws IOException;

    /** Removes files that the root names no more. */
    void remove(Collection<String> files) throws IOException;

    /** Removes what runs that were ended by force have left behind, which is all that is not in {@code files}. */
    void sweep(Collection<String> files) throws IOException;

    @Override
    void close();

    /** A file that is written. */
    interface Draft extends AutoCloseable {
        /** The bytes' way in; closed by the draft. */
        OutputStream stream();

        /** Puts the file into the place, for good: it is there after a power cut too. A file of that name stays as it is. */
        void put(String file) throws IOException;

        /**
         * Makes this the root, after all files that were put.
         *
         * @throws StoreInUseException if somebody else has replaced the root since it was read
         */
        void replaceRoot() throws IOException;

        /** Ends it; what was not put anywhere is gone. */
        @Override
        void close() throws IOException;
    }
}
