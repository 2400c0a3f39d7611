package dev.pathrank.source.unzip;

import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.source.LogObject;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses log objects, one after another, with the same decoders and buffers; used by one thread at a time. Gzip
 * and Zstandard are recognised by their first bytes, never by a name; other bytes are returned as they are.
 *
 * <p>A gzip is read to its last member and every trailer is checked. For a cut or corrupt one, all bytes before the
 * damage are returned and then {@link DamagedObjectException} is thrown. Exceptions of the stored stream, such as
 * {@link dev.pathrank.source.TransportException}, are not changed. Read the streams with large arrays, which are
 * written to directly.
 */
public final class Unzipper implements AutoCloseable {
    /**
     * Stored bytes up to which the JDK's decoder is faster: it is native, while the one in Java must first be compiled.
     */
    private static final long WARM_UP = 2L << 20;

    private static final int[] ZSTD_MAGIC = {0x28, 0xB5, 0x2F, 0xFD};

    private final byte[] buffer = new byte[StoredBytes.BUFFER_SIZE];
    private final long warmUp;
    private @Nullable RawInflate jdk;
    private @Nullable RawInflate own;
    private @Nullable WholeGunzip library;
    private boolean looked;
    private long promised;

    public Unzipper() {
        this(WARM_UP);
    }

    /** @param warmUp stored bytes that the JDK's decoder reads first */
    Unzipper(long warmUp) {
        this.warmUp = warmUp;
    }

    /** Returns the name of the decoder of most bytes of a long run on this machine, for messages. */
    public static String best() {
        WholeGunzip outside = WholeGunzip.find();
        return outside == null
                ? "pathrank's own decoder"
                : outside.name() + "; pathrank's own decoder for damaged and large objects";
    }

    /**
     * Decompresses {@code stored}, which is closed with the result, or at once if its first bytes cannot be read. The
     * result of the previous call must no longer be used.
     *
     * @param size number of stored bytes, or {@link LogObject#UNKNOWN_SIZE}; only a hint
     */
    public InputStream open(InputStream stored, long size) throws IOException {
        StoredBytes bytes = new StoredBytes(stored, buffer);
        try {
            return looksLikeGzip(bytes) ? new GzipMembers(bytes, decoderFor(size)) : plain(bytes);
        } catch (IOException | RuntimeException e) {
            closeAfter(e, stored);
            throw e;
        }
    }

    /**
     * As {@link #open}, for stored bytes in memory, which cannot have a transport fault. A native library decompresses
     * them where one is installed.
     *
     * @param size number of stored bytes, exactly
     */
    public InputStream openWhole(InputStream stored, long size) throws IOException {
        WholeGunzip outside = promised + size > warmUp && size <= WholeGunzip.MOST_STORED ? library() : null;
        return outside == null ? open(stored, size) : openBy(outside, stored, size);
    }

    private InputStream openBy(WholeGunzip outside, InputStream stored, long size) throws IOException {
        StoredBytes bytes = new StoredBytes(stored, buffer);
        if (!looksLikeGzip(bytes)) {
            return plain(bytes);
        }
        promised += size;
        outside.begin();
        bytes.feedAll(outside);
        return outside.unzip()
                ? new OffHeapInputStream(outside.unzipped(), stored)
                : open(new OffHeapInputStream(outside.stored(), stored), LogObject.UNKNOWN_SIZE);
    }

    private @Nullable WholeGunzip library() {
        if (!looked) {
            library = WholeGunzip.find();
            looked = true;
        }
        return library;
    }

    private RawInflate decoderFor(long size) {
        promised += Math.max(0, size);
        return size == LogObject.UNKNOWN_SIZE || promised > warmUp ? own() : jdk();
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

    private static InputStream plain(StoredBytes bytes) throws IOException {
        return looksLikeZstd(bytes) ? new ZstdBytes(new Plain(bytes)) : new Plain(bytes);
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

    /** Bytes that are not gzip. */
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
