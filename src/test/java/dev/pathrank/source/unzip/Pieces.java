package dev.pathrank.source.unzip;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A stream that returns arbitrary pieces and never reports available bytes, like a network. */
public final class Pieces extends InputStream {
    private final ByteArrayInputStream bytes;
    private final int pieceSize;

    public Pieces(byte[] bytes, int pieceSize) {
        this.bytes = new ByteArrayInputStream(bytes);
        this.pieceSize = pieceSize;
    }

    @Override
    public int read() {
        return bytes.read();
    }

    @Override
    public int read(byte[] out, int offset, int length) {
        return bytes.read(out, offset, Math.min(length, pieceSize));
    }

    @Override
    public int available() {
        return 0;
    }
}
