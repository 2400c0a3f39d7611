package dev.pathrank.source.unzip;

import dev.pathrank.io.BulkInputStream;
import dev.pathrank.source.DamagedObjectException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Decompresses Zstandard, frame by frame. Cut or corrupt data end in {@link DamagedObjectException}. */
final class ZstdBytes extends BulkInputStream {
    private final Watched stored;
    private final InputStream unpacked;

    ZstdBytes(InputStream stored) throws IOException {
        this.stored = new Watched(stored);
        this.unpacked = new ZstdInputStream(this.stored);
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        try {
            return unpacked.read(out, offset, length);
        } catch (IOException | RuntimeException e) {
            if (stored.fault != null) {
                throw stored.fault; // the bytes did not arrive; the object may be whole
            }
            throw new DamagedObjectException("the Zstandard data is truncated or corrupt (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    /** Remembers the fault of the stream, to distinguish it from exceptions of the decoder. */
    private static final class Watched extends FilterInputStream {
        private @Nullable IOException fault;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] out, int offset, int length) throws IOException {
            try {
                return in.read(out, offset, length);
            } catch (IOException e) {
                fault = e;
                throw e;
            }
        }
    }
}
