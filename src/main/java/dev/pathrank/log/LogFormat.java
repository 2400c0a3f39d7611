package dev.pathrank.log;

import java.io.IOException;

/**
 * A format of log objects: recognises an object by its first bytes and turns it into rows. The formats that the program
 * reads are listed in {@code dev.pathrank.log.reader.LogFormats}. An instance belongs to one reader and one thread, and
 * may keep buffers from object to object.
 */
public interface LogFormat {
    /**
     * Returns whether an object has this format. It depends on nothing but the first bytes.
     *
     * @param head the first bytes, at least one: up to 512, or as few as {@code LogReader.BEGIN_LENGTH} where the
     *     caller decides between a stream and ranges
     */
    boolean recognises(FormatSniffer head);

    /** Returns whether objects are better read in ranges than as a stream, because only parts of them are needed. */
    default boolean readsRanges() {
        return false;
    }

    /**
     * Reads the whole object.
     *
     * @param handler receives the rows in their order in the object
     * @param counts updated along the way, so that it is right even if this ends with an exception
     * @throws IOException the fault of the stream, after every complete row before it was handed out
     */
    ReadOutcome read(LogInput input, RowHandler handler, ReadCounts counts) throws IOException;
}
