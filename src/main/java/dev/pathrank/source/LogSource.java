package dev.pathrank.source;

import java.util.function.Consumer;

/** A place with log objects. They are listed in a fixed order: by name, as UTF-8 bytes. */
public interface LogSource extends AutoCloseable {
    /** Returns the source as the user wrote it. */
    String name();

    /**
     * Lists the objects that count as listed (contract: "Rows and objects"), without those that {@code keep} leaves
     * out.
     *
     * @throws SourceException if the place does not exist, is denied or cannot be listed
     */
    void list(ListingFilter keep, Consumer<LogObject> objects) throws SourceException;

    /** Returns the number of list requests so far that are charged for. */
    default long listRequests() {
        return 0;
    }

    @Override
    default void close() {}
}
