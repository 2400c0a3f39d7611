package dev.pathrank.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A file, S3 object or stream that may hold log rows. */
public interface LogObject {
    /** {@link #size()} of an object whose size is not known, such as standard input. */
    long UNKNOWN_SIZE = -1;

    /**
     * Returns the name as it is printed: {@code s3://bucket/key}, a path as the user wrote its source, or {@code -}.
     */
    String name();

    /**
     * Returns where the object lies, which is equal for all names of one object: its {@link #name()}, or a file's real
     * path. That is no text, since a file's name may be none in the encoding of this machine.
     */
    default Object place() {
        return name();
    }

    /** Returns the number of stored bytes, or {@link #UNKNOWN_SIZE}. */
    long size();

    /** Returns whether reading mostly waits for the network, so that the object should be fetched ahead. */
    default boolean isRemote() {
        return false;
    }

    /**
     * Returns the name that identifies the object in later runs: the {@link #name()}, or the path of a file below its
     * source.
     */
    default String key() {
        return name();
    }

    /** Returns a version that changes with the content, such as an ETag; empty for files, whose listing has none. */
    default Optional<String> version() {
        return Optional.empty();
    }

    /**
     * Returns the address for another process; empty if only this process can open the object, such as standard input.
     */
    default Optional<Address> address() {
        return Optional.empty();
    }

    /**
     * Opens the stored bytes, not yet unzipped. Transport faults (a reset, a timeout, fewer bytes than Content-Length)
     * are retried; if retries fail, the stream throws {@link TransportException}.
     *
     * @throws ObjectUnavailableException if the object is denied, has vanished or is unreadable; the message says what
     *     to do
     * @throws TransportException if no answer came, although the object may be readable
     */
    InputStream open() throws IOException;

    /**
     * Opens the stored bytes for ranged access; empty where that is not possible, as for a pipe.
     *
     * @throws IOException as {@link #open}
     */
    default Optional<RangedBytes> ranges() throws IOException {
        return Optional.empty();
    }
}
