package dev.pathrank.run;

import dev.pathrank.source.LogObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** An object that is ready to be processed. */
sealed interface FetchedObject {
    LogObject object();

    /**
     * All stored bytes are here, so that no transport fault can come any more.
     *
     * @param room the array that holds them, perhaps beside other bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // it is handed back to be used again; nobody compares arrivals
    record Buffered(LogObject object, ByteArrayInputStream stored, byte[] room) implements FetchedObject {}

    /** Too large to be held in memory; its bytes are on their way, and may still break off. */
    record Piped(LogObject object, BytePipe stored) implements FetchedObject {}

    /** Too large to be held in memory where reading ahead is of no use, or of unknown size: to be opened and read as it comes. */
    record Direct(LogObject object) implements FetchedObject {}

    /** Could not be fetched, after all retries. */
    record Failed(LogObject object, IOException why) implements FetchedObject {}

    /** The program itself failed over it. */
    record Crashed(LogObject object, Throwable why) implements FetchedObject {}
}
