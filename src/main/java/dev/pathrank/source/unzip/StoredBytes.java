package dev.pathrank.source.unzip;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an object as stored, read in large pieces, with the place in the object. Only a read of -1 is the end.
 */
final class StoredBytes implements AutoCloseable {
    /** One system call or socket read for many rows. */
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

    /** Number of bytes taken so far, which is the offset of the next byte. */
    long position() {
        return bytesBefore + next;
    }

    /** Whether a byte is there to be taken; reads more when the buffer is used up. */
    boolean hasNext() throws IOException {
        return next < limit || fill();
    }

    /** The next byte, or -1 at the end. */
    int read() throws IOException {
        return hasNext() ? buffer[next++] & 0xFF : -1;
    }

    /** Takes what is buffered, else reads from the stored bytes without a copy; -1 at the end. */
    int read(byte[] out, int offset, int length) throws IOException {
        if (next == limit) {
            return readPast(out, offset, length);
        }
        int taken = Math.min(length, limit - next);
        System.arraycopy(buffer, next, out, offset, taken);
        next += taken;
        return taken;
    }

    /** Gives the whole buffered rest to a decoder; what it did not use is handed back with {@link #handBack}. */
    void feed(RawInflate decoder) {
        decoder.feed(buffer, next, limit - next);
        next = limit;
    }

    /** Gives all bytes that are left to a library. */
    void feedAll(WholeGunzip library) throws IOException {
        while (hasNext()) {
            library.feed(buffer, next, limit - next);
            next = limit;
        }
    }

    /** Puts back the last bytes that were fed. */
    void handBack(int bytes) {
        next -= bytes;
    }

    /** Makes the first {@code wanted} bytes of the object visible to {@link #peek}; false if the object is shorter. */
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

    /** The byte at {@code ahead} after the next one, which must be buffered. */
    int peek(int ahead) {
        return buffer[next + ahead] & 0xFF;
    }

    /** Number of bytes that are buffered and not yet taken. */
    int buffered() {
        return limit - next;
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
