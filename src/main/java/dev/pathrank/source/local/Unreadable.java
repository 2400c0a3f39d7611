package dev.pathrank.source.local;

import dev.pathrank.source.LogObject;
import dev.pathrank.source.ObjectUnavailableException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A part of a folder that cannot be looked into. It is listed so that it is counted as failed and named, and the rest
 * is still read.
 */
record Unreadable(String name, IOException why) implements LogObject {
    @Override
    public long size() {
        return UNKNOWN_SIZE;
    }

    @Override
    public InputStream open() throws IOException {
        throw new ObjectUnavailableException("cannot be read: " + FileErrors.of(why), why);
    }
}
