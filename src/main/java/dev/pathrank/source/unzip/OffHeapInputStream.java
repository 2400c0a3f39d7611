package dev.pathrank.source.unzip;

import dev.pathrank.io.BulkInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** A stream of bytes outside of Java's heap. */
final class OffHeapInputStream extends BulkInputStream {
    private final ByteBuffer bytes;
    private final InputStream underlying;

    /** @param underlying closed with this */
    OffHeapInputStream(ByteBuffer bytes, InputStream underlying) {
        this.bytes = bytes;
        this.underlying = underlying;
    }

    @Override
    public int read(byte[] out, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, out.length);
        if (length > 0 && !bytes.hasRemaining()) {
            return -1;
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(out, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        underlying.close();
    }
}
