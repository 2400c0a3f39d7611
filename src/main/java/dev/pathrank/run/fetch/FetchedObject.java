package dev.pathrank.run.fetch;

import dev.pathrank.source.LogObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Object that is ready to be read. */
public sealed interface FetchedObject {
    LogObject object();

    /**
     * An object whose stored bytes are all in memory, so that no transport failure can happen any more.
     *
     * @param stored the bytes
     * @param room the array that holds them, and perhaps other bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // the array is reused; these records are never compared
    record Buffered(LogObject object, ByteArrayInputStream stored, byte[] room) implements FetchedObject {}

    /** An object too large to be held in memory, which is being received; that may still fail. */
    record Piped(LogObject object, BytePipe stored) implements FetchedObject {}

    /** An object that its reader opens: a large one where reading ahead has no use, or one of unknown size. */
    record Direct(LogObject object) implements FetchedObject {}

    /** An object that could not be fetched, after all retries. */
    record Failed(LogObject object, IOException why) implements FetchedObject {}

    /** An object at which the program itself failed. */
    record Crashed(LogObject object, Throwable why) implements FetchedObject {}
}
