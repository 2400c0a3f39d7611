package dev.pathrank.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a log object with gzip or Zstandard undone. Both are told by their first bytes, never by a name;
 * anything else passes as it is.
 *
 * <p>A gzip is read to its last member and every trailer is checked. Of a cut or corrupt one all bytes before the
 * damage come out first and then {@link DamagedObjectException}; exceptions of the stored stream, such as {@link
 * TransportException}, pass unchanged. Read it with large arrays: pieces are written straight into the caller's.
 */
public final class Unzipped {
    private static final int[] ZSTD_MAGIC = {0x28, 0xB5, 0x2F, 0xFD};

    private Unzipped() {}

    /** Unzips {@code stored}, which is closed with the result, or at once if its first bytes cannot be read. */
    public static InputStream of(InputStream stored) throws IOException {
        StoredBytes bytes = new StoredBytes(stored);
        try {
            if (looksLikeGzip(bytes)) {
                return new GzipMembers(bytes, new JdkInflate());
            }
            return looksLikeZstd(bytes) ? new ZstdBytes(new Plain(bytes)) : new Plain(bytes);
        } catch (IOException | RuntimeException e) {
            closeAfter(e, stored);
            throw e;
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

    private static boolean looksLikeZstd(StoredBytes bytes) throws IOException {
        if (!bytes.holdsFirst(ZSTD_MAGIC.length)) {
            return false;
        }
        for (int at = 0; at < ZSTD_MAGIC.length; at++) {
            if (bytes.peek(at) != ZSTD_MAGIC[at]) {
                return false;
            }
        }
        return true;
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
