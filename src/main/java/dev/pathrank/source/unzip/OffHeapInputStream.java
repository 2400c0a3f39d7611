package dev.pathrank.source.unzip;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Bytes that lie outside of Java's own memory, as a stream. */
final class OffHeapInputStream extends InputStream {
    private final Copier bytes;
    private final long size;
    private final InputStream behind;
    private final byte[] single = new byte[1];
    private long next;

    /** @param behind is closed with this */
    OffHeapInputStream(Copier bytes, long size, InputStream behind) {
        this.bytes = bytes;
        this.size = size;
        this.behind = behind;
    }

    @Override
    public int read() {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] out, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, out.length);
        if (length > 0 && next == size) {
            return -1;
        }
        int taken = (int) Math.min(length, size - next);
        bytes.copy(next, out, offset, taken);
        next += taken;
        return taken;
    }

    @Override
    public void close() throws IOException {
        behind.close();
    }

    /** Copies a range into an array. */
    @FunctionalInterface
    interface Copier {
        void copy(long from, byte[] to, int offset, int length);
    }
}
