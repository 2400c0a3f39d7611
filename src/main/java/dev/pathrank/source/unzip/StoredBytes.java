package dev.pathrank.source.unzip;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/** The stored bytes of an object, read in large pieces. Only a read of -1 counts as the end. */
final class StoredBytes implements AutoCloseable {
    /** Large enough for many rows in one system call. */
    static final int BUFFER_SIZE = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer;
    private int next;
    private int limit;
    private long bytesBefore;

    /** @param buffer of {@link #BUFFER_SIZE}, used until this is closed */
    StoredBytes(InputStream in, byte[] buffer) {
        this.in = in;
        this.buffer = buffer;
    }

    /** Returns the offset of the next byte. */
    long position() {
        return bytesBefore + next;
    }

    /** Returns whether there is another byte; reads more if the buffer is empty. */
    boolean hasNext() throws IOException {
        return next < limit || fill();
    }

    /** Reads the next byte, or returns -1 at the end. */
    int read() throws IOException {
        return hasNext() ? buffer[next++] & 0xFF : -1;
    }

    /** Reads buffered bytes, or else reads from the stream without a copy; -1 at the end. */
    int read(byte[] out, int offset, int length) throws IOException {
        if (next == limit) {
            return readPast(out, offset, length);
        }
        int taken = Math.min(length, limit - next);
        System.arraycopy(buffer, next, out, offset, taken);
        next += taken;
        return taken;
    }

    /** Feeds all buffered bytes to a decoder; unused ones are returned with {@link #handBack}. */
    void feed(Inflater decoder) {
        decoder.setInput(buffer, next, limit - next);
        next = limit;
    }

    /** Puts the last bytes that were fed back into the buffer. */
    void handBack(int bytes) {
        next -= bytes;
    }

    /** Buffers the first {@code wanted} bytes of the object; returns false if it is shorter. */
    boolean holdsFirst(int wanted) throws IOException {
        while (limit < wanted) {
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    /** Returns the byte at {@code ahead} after the next one, which must be buffered. */
    int peek(int ahead) {
        return buffer[next + ahead] & 0xFF;
    }

    /** Returns the number of buffered bytes. */
    int buffered() {
        return limit - next;
    }

    /** Reads up to {@code wanted} bytes and returns how many there were before the end. */
    int readUpTo(byte[] out, int offset, int wanted) throws IOException {
        int have = 0;
        while (have < wanted && hasNext()) {
            have += read(out, offset + have, wanted - have);
        }
        return have;
    }

    private int readPast(byte[] out, int offset, int length) throws IOException {
        int read = in.read(out, offset, length);
        bytesBefore += Math.max(read, 0);
        return read;
    }

    private boolean fill() throws IOException {
        bytesBefore += limit;
        next = 0;
        limit = 0;
        int read = 0;
        while (read == 0) {
            read = in.read(buffer, 0, buffer.length);
        }
        limit = Math.max(read, 0);
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
