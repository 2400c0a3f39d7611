package dev.pathrank.cbor;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/**
 * A stream that writes blocks, each after its length and the CRC-32C of all bytes of the stream so far, so that a
 * reader detects damage before it uses a byte. A block of no bytes is the end.
 */
public final class ChecksummedOutputStream extends OutputStream {
    static final int LARGEST = 1 << 16;

    private final OutputStream out;
    private final CRC32C checksum = new CRC32C();
    private final byte[] block = new byte[LARGEST];
    private int length;
    private boolean ended;

    /**
     * @param out closed with this
     * @param begin bytes that stood before the first block and belong to the checksum
     */
    public ChecksummedOutputStream(OutputStream out, byte[] begin) {
        this.out = out;
        checksum.update(begin);
    }

    @Override
    public void write(int value) throws IOException {
        block[length++] = (byte) value;
        if (length == LARGEST) {
            writeBlock();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int at = from;
        while (at < from + count) {
            int part = Math.min(from + count - at, LARGEST - length);
            System.arraycopy(bytes, at, block, length, part);
            at += part;
            length += part;
            if (length == LARGEST) {
                writeBlock();
            }
        }
    }

    /** Writes the last block and the end. */
    public void finish() throws IOException {
        if (!ended) {
            if (length > 0) {
                writeBlock();
            }
            writeBlock();
            ended = true;
        }
        out.flush();
    }

    private void writeBlock() throws IOException {
        checksum.update(block, 0, length);
        writeInt(length);
        writeInt((int) checksum.getValue());
        out.write(block, 0, length);
        length = 0;
    }

    private void writeInt(int value) throws IOException {
        out.write(value >>> 24);
        out.write(value >>> 16);
        out.write(value >>> 8);
        out.write(value);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
