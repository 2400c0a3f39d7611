package dev.pathrank.source;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** Ranged access to the stored bytes of an object. */
public interface RangedBytes extends AutoCloseable {
    /** Returns the number of bytes of the object. */
    long size();

    /**
     * Reads a range.
     *
     * @return exactly {@code length} bytes
     * @throws IOException as {@link LogObject#open} and its stream; {@link EOFException} if the object ends before that
     */
    byte[] read(long from, int length) throws IOException;

    @Override
    default void close() throws IOException {}

    /** Returns ranged access to bytes in memory. */
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
