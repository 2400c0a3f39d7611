package dev.pathrank.source.local;

import dev.pathrank.source.TransportException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a file or stream, whose failing reads are transport faults: the object may be whole, its bytes did not
 * arrive.
 */
final class LocalBytes extends FilterInputStream {
    LocalBytes(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        try {
            return in.read(out, offset, length);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static TransportException broken(IOException e) {
        return new TransportException("reading failed: " + FileErrors.of(e) + "; check the disk or mount", e);
    }
}
