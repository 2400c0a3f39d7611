package dev.pathrank.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** One file, S3 object or stream that may hold log rows. */
public interface LogObject {
    /** {@link #size()} of an object whose size is not known, such as standard input. */
    long UNKNOWN_SIZE = -1;

    /** The name as it is printed: {@code s3://bucket/key}, a path as the user wrote its source, or {@code -}. */
    String name();

    /** Bytes as stored, or {@link #UNKNOWN_SIZE}. */
    long size();

    /** Whether reading it is mostly waiting for its bytes, so that it should be asked for ahead. */
    default boolean isRemote() {
        return false;
    }

    /** The name by which it is known again from wherever it is read: as {@link #name()}, but of a file its path below its source. */
    default String key() {
        return name();
    }

    /** What changes with its content, as far as the listing tells: an ETag. Of a file only its bytes tell. */
    default Optional<String> version() {
        return Optional.empty();
    }

    /** Where another process finds it too; nowhere, if only this one can open it, such as standard input. */
    default Optional<Address> address() {
        return Optional.empty();
    }

    /**
     * Opens the stored bytes, not yet unzipped. A transport fault (a reset, a timeout, fewer bytes than Content-Length)
     * is retried inside; what stays broken comes out of the stream as {@link TransportException}.
     *
     * @throws ObjectUnavailableException if the object is denied, vanished or unreadable; the message says what and
     *     what to do
     * @throws TransportException if the object may well be readable but no answer came
     */
    InputStream open() throws IOException;

    /**
     * Opens the stored bytes to be read from any place on, where that is possible: not of a pipe.
     *
     * @throws IOException as {@link #open}
     */
    default Optional<RangedBytes> ranges() throws IOException {
        return Optional.empty();
    }
}
