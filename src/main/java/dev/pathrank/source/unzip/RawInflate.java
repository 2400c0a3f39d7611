package dev.pathrank.source.unzip;

import java.util.zip.DataFormatException;

/**
 * Undoes raw DEFLATE, one stream after the other: the seam at which a faster decoder than the JDK's comes in. Bytes are
 * fed in pieces of any size and come out in pieces of any size.
 */
interface RawInflate extends AutoCloseable {
    /** Forgets the stream before, with what it left of its input, and begins a new one. */
    void begin();

    /** Hands over more input. Only asked for after {@link #inflate} returned 0 and the stream is not finished. */
    void feed(byte[] bytes, int offset, int length);

    /**
     * Writes the next bytes and returns how many, or 0 if the stream is finished or needs more input.
     *
     * @throws DataFormatException if the input is no DEFLATE; what was written before the damage is told by {@link
     *     #written}
     */
    int inflate(byte[] out, int offset, int length) throws DataFormatException;

    /** Whether the last block has ended. */
    boolean finished();

    /** Bytes of the input last fed that were not used. */
    int unused();

    /** Bytes written since {@link #begin}, including those of a call that then failed. */
    long written();

    @Override
    void close();
}
