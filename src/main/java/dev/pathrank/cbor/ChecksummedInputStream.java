package dev.pathrank.cbor;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;

/** Reads what a {@link ChecksummedOutputStream} wrote, no byte of it before its checksum was found right. */
public final class ChecksummedInputStream extends InputStream {
    private final InputStream in;
    private final CRC32C checksum = new CRC32C();
    private final byte[] block = new byte[ChecksummedOutputStream.LARGEST];
    private int at;
    private int limit;
    private boolean ended;
    private long checked;

    /**
     * @param in closed with this
     * @param begin bytes that stood before the first block
     */
    public ChecksummedInputStream(InputStream in, byte[] begin) {
        this.in = in;
        checksum.update(begin);
    }

    @Override
    public int read() throws IOException {
        return fill() ? block[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int part = Math.min(count, limit - at);
        System.arraycopy(block, at, bytes, from, part);
        at += part;
        return part;
    }

    /** Makes sure that nothing is missing and nothing follows. */
    public void expectEnd() throws IOException {
        if (fill() || in.read() >= 0) {
            throw new DamagedFileException("continues after its end");
        }
    }

    /** Returns the bytes of all blocks so far. */
    long checked() {
        return checked;
    }

    private boolean fill() throws IOException {
        if (at < limit) {
            return true;
        }
        if (ended) {
            return false;
        }
        int length = readInt();
        int expected = readInt();
        if (length < 0 || length > block.length || in.readNBytes(block, 0, length) < length) {
            throw new DamagedFileException("is damaged or truncated");
        }
        checksum.update(block, 0, length);
        if ((int) checksum.getValue() != expected) {
            throw new DamagedFileException("is damaged: its checksum does not match");
        }
        at = 0;
        limit = length;
        checked += length;
        ended = length == 0;
        return !ended;
    }

    private int readInt() throws IOException {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            int next = in.read();
            if (next < 0) {
                throw new DamagedFileException("is truncated");
            }
            value = value << 8 | next;
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
