package dev.pathrank.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Undoes the gzip of log objects, one after another, with the same decoders and buffers; one thread at a time. Gzip is
 * told by its first two bytes, never by a name; anything else passes as it is.
 *
 * <p>A gzip is read to its last member and every trailer is checked. Of a cut or corrupt one all bytes before the
 * damage come out first and then {@link DamagedObjectException}; exceptions of the stored stream, such as {@link
 * TransportException}, pass unchanged. Read the streams with large arrays: pieces are written straight into the
 * caller's.
 */
public final class Unzipper implements AutoCloseable {
    /**
     * Stored bytes in all up to which the JDK's decoder is the quicker one: it is native, while ours has to be compiled
     * first.
     */
    private static final long WARM_UP = 2L << 20;

    private final byte[] buffer = new byte[StoredBytes.BUFFER_SIZE];
    private @Nullable RawInflate jdk;
    private @Nullable RawInflate own;
    private long promised;

    /**
     * Unzips {@code stored}, which is closed with the result, or at once if its first bytes cannot be read. The stream
     * before must have been read to its end or given up.
     *
     * @param size bytes that are stored, or {@link LogObject#UNKNOWN_SIZE}: only a hint
     */
    public InputStream open(InputStream stored, long size) throws IOException {
        StoredBytes bytes = new StoredBytes(stored, buffer);
        try {
            return looksLikeGzip(bytes) ? new GzipMembers(bytes, decoderFor(size)) : new Plain(bytes);
        } catch (IOException | RuntimeException e) {
            closeAfter(e, stored);
            throw e;
        }
    }

    private RawInflate decoderFor(long size) {
        promised += Math.max(0, size);
        return size == LogObject.UNKNOWN_SIZE || promised > WARM_UP ? own() : jdk();
    }

    private RawInflate own() {
        if (own == null) {
            own = new JavaInflate();
        }
        return own;
    }

    private RawInflate jdk() {
        if (jdk == null) {
            jdk = new JdkInflate();
        }
        return jdk;
    }

    @Override
    public void close() {
        if (jdk != null) {
            jdk.close();
            jdk = null;
        }
    }

    private static boolean looksLikeGzip(StoredBytes bytes) throws IOException {
        boolean both = bytes.holdsFirst(2);
        if (bytes.buffered() == 0 || bytes.peek(0) != GzipHeader.MAGIC_1) {
            return false;
        }
        // No text begins with 1f, so an object of that one byte is a gzip cut very short.
        return !both || bytes.peek(1) == GzipHeader.MAGIC_2;
    }

    private static void closeAfter(Exception failure, InputStream stored) {
        try {
            stored.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Bytes that are no gzip. */
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
