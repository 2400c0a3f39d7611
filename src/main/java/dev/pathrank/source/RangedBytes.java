package dev.pathrank.source;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** The stored bytes of an object, from any place on. */
public interface RangedBytes extends AutoCloseable {
    /** Bytes in all. */
    long size();

    /**
     * Reads a part.
     *
     * @return exactly {@code length} bytes
     * @throws IOException as {@link LogObject#open} and its stream; {@link EOFException} if the object ends before that
     */
    byte[] read(long from, int length) throws IOException;

    @Override
    default void close() throws IOException {}

    /** Bytes that are all in memory. */
    static RangedBytes of(byte[] bytes) {
        return new RangedBytes() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public byte[] read(long from, int length) throws EOFException {
                if (from < 0 || length < 0 || from + length > bytes.length) {
                    throw new EOFException("it ends at byte " + bytes.length);
                }
                return Arrays.copyOfRange(bytes, (int) from, (int) from + length);
            }
        };
    }
}
