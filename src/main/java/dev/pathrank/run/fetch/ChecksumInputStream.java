package dev.pathrank.run.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;

/** Stream that computes the size and CRC-32 of everything read. */
public final class ChecksumInputStream extends FilterInputStream {
    private final CRC32 checksum = new CRC32();
    private long bytes;

    public ChecksumInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            checksum.update(value);
            bytes++;
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            checksum.update(buffer, offset, read);
            bytes += read;
        }
        return read;
    }

    /** Returns size and CRC-32, as the version of a file; reads the rest of the stream. */
    public String version() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return FileVersion.of(bytes, checksum.getValue());
    }
}
