package dev.pathrank.source;

import java.util.function.Consumer;

/** A place that log objects lie in. Listing goes in a fixed order: by name, as UTF-8 bytes. */
public interface LogSource extends AutoCloseable {
    /** The source as the user wrote it. */
    String name();

    /**
     * Lists the objects that count as listed (contract: "Rows and objects"), less what {@code keep} prunes.
     *
     * @throws SourceException if the place does not exist, is denied or cannot be listed
     */
    void list(ListingFilter keep, Consumer<LogObject> objects) throws SourceException;

    /** Requests to list that were sent so far and that somebody charges for. */
    default long listRequests() {
        return 0;
    }

    @Override
    default void close() {}
}
