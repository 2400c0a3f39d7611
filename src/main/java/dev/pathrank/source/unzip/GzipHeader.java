package dev.pathrank.source.unzip;

import dev.pathrank.source.DamagedObjectException;
import java.io.IOException;
import java.util.zip.CRC32;

/** Reads over the header of one gzip member (RFC 1952, section 2.3) and leaves the stored bytes at its DEFLATE data. */
final class GzipHeader {
    static final int MAGIC_1 = 0x1F;
    static final int MAGIC_2 = 0x8B;

    private static final int METHOD_DEFLATE = 8;
    private static final int HAS_HEADER_CRC = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED_FLAGS = 0xE0;

    private final StoredBytes stored;
    private final CRC32 crc = new CRC32();

    private GzipHeader(StoredBytes stored) {
        this.stored = stored;
    }

    /**
     * Reads the header, its first two bytes included.
     *
     * @throws DamagedObjectException if it is cut or no gzip header
     */
    static void skip(StoredBytes stored) throws IOException {
        new GzipHeader(stored).read();
    }

    private void read() throws IOException {
        long start = stored.position();
        if (next() != MAGIC_1 || next() != MAGIC_2) {
            throw new DamagedObjectException("bytes that are not gzip data follow a gzip member at byte " + start);
        }
        int method = next();
        int flags = next();
        if (method != METHOD_DEFLATE || (flags & RESERVED_FLAGS) != 0) {
            throw new DamagedObjectException("the gzip header at byte " + start + " is not supported (method " + method
                    + ", flags " + flags + ")");
        }
        skip(6); // time, extra flags, operating system
        if ((flags & HAS_EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_HEADER_CRC) != 0) {
            checkCrc(start);
        }
    }

    private void checkCrc(long start) throws IOException {
        int computed = (int) crc.getValue() & 0xFFFF;
        if ((next() | next() << 8) != computed) {
            throw new DamagedObjectException("the gzip header at byte " + start + " does not match its checksum");
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // a zero ends the text
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private int next() throws IOException {
        int next = stored.read();
        if (next < 0) {
            throw new DamagedObjectException(
                    "the gzip data is truncated: it ends at byte " + stored.position() + " inside a header");
        }
        crc.update(next);
        return next;
    }
}
