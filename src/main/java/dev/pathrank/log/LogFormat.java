package dev.pathrank.log;

import dev.pathrank.log.reader.LogReader;
import java.io.IOException;

/**
 * One kind of log: knows its objects by their first bytes and turns them into rows. A new kind is a new implementation
 * and its line in {@link LogReader}. An instance belongs to one reader and may keep buffers from object to object.
 */
public interface LogFormat {
    /** Whether an object that begins with {@code head}, which is not empty, is of this kind. */
    boolean recognises(FormatSniffer head);

    /**
     * Reads the whole object.
     *
     * @param counts what is counted along the way, so that it is known even if this ends with an exception
     * @throws IOException what broke the stream, after every complete row before it was handed out
     */
    ReadOutcome read(Lines lines, RowHandler handler, ReadCounts counts) throws IOException;
}
