package dev.pathrank.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * Object that was found and cannot be read, such as a closed folder. It is listed so that it is counted as failed and
 * named, and the rest is still read.
 *
 * @param why follows the name
 */
public record UnreadableObject(String name, String why) implements LogObject {
    @Override
    public long size() {
        return UNKNOWN_SIZE;
    }

    @Override
    public InputStream open() throws IOException {
        throw new ObjectUnavailableException(why, null);
    }
}
