package dev.pathrank.run;

import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.source.LogObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stream of an object's text that fails at its end if fewer stored bytes arrived than were listed: such an object is
 * cut, and text without a trailer does not show it otherwise.
 */
final class ListedLengthInputStream extends FilterInputStream {
    private final InputStream stored;
    private final AtomicLong arrived;
    private final long listed;

    /**
     * Reads {@code text}.
     *
     * @param stored where the text comes from; read to its end when the text has ended
     * @param arrived number of bytes read from {@code stored}
     * @param listed number of stored bytes, or {@link LogObject#UNKNOWN_SIZE}
     */
    ListedLengthInputStream(InputStream text, InputStream stored, AtomicLong arrived, long listed) {
        super(text);
        this.stored = stored;
        this.arrived = arrived;
        this.listed = listed;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value < 0) {
            requireWhole();
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read < 0) {
            requireWhole();
        }
        return read;
    }

    private void requireWhole() throws IOException {
        if (arrived.get() < listed) {
            stored.transferTo(OutputStream.nullOutputStream()); // what a decoder ignores behind its end
        }
        if (arrived.get() < listed) {
            throw new DamagedObjectException(
                    "truncated: " + arrived.get() + " of the " + listed + " listed bytes received");
        }
    }
}
