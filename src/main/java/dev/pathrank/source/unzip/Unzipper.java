package dev.pathrank.source.unzip;

import dev.pathrank.source.DamagedObjectException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/**
 * Decompresses log objects, one after another, with the same decoder and buffer; used by one thread at a time. Gzip and
 * Zstandard are recognised by their first bytes, never by a name; other bytes are returned as they are.
 *
 * <p>A gzip is read to its last member and every trailer is checked, a Zstandard to its last frame. For cut or corrupt
 * ones, all bytes before the damage are returned and then {@link DamagedObjectException} is thrown. Exceptions of the
 * stored stream, such as {@link dev.pathrank.source.TransportException}, are not changed. Read the streams with large
 * arrays, which are written to directly.
 */
public final class Unzipper implements AutoCloseable {
    private final byte[] buffer = new byte[StoredBytes.BUFFER_SIZE];
    private final Inflater inflater = new Inflater(true);

    /**
     * Decompresses {@code stored}, which is closed with the result, or at once if its first bytes cannot be read. The
     * result of the previous call must no longer be used.
     */
    public InputStream open(InputStream stored) throws IOException {
        StoredBytes bytes = new StoredBytes(stored, buffer);
        try {
            if (looksLikeGzip(bytes)) {
                return new GzipMembers(bytes, inflater);
            }
            return ZstdFrames.begin(bytes) ? new ZstdFrames(bytes) : new Plain(bytes);
        } catch (IOException | RuntimeException e) {
            closeAfter(e, stored);
            throw e;
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    private static boolean looksLikeGzip(StoredBytes bytes) throws IOException {
        boolean both = bytes.holdsFirst(2);
        if (bytes.buffered() == 0 || bytes.peek(0) != GzipHeader.MAGIC_1) {
            return false;
        }
        // Text does not begin with 1f, so an object of that one byte is a cut gzip.
        return !both || bytes.peek(1) == GzipHeader.MAGIC_2;
    }

    private static void closeAfter(Exception failure, InputStream stored) {
        try {
            stored.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Bytes that are neither gzip nor Zstandard. */
    private static final class Plain extends InputStream {
        private final StoredBytes stored;

        Plain(StoredBytes stored) {
            this.stored = stored;
        }

        @Override
        public int read() throws IOException {
            return stored.read();
        }

        @Override
        public int read(byte[] out, int offset, int length) throws IOException {
            return stored.read(out, offset, length);
        }

        @Override
        public void close() throws IOException {
            stored.close();
        }
    }
}
