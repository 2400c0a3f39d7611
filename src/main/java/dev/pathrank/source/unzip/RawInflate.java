package dev.pathrank.source.unzip;

import java.util.zip.DataFormatException;

/** A decoder of raw DEFLATE, one stream after another. Input and output may be in pieces of any size. */
interface RawInflate extends AutoCloseable {
    /** Begins a new stream and drops the input of the previous one. */
    void begin();

    /** Sets more input. Called only if {@link #inflate} returned 0 and the stream is not finished. */
    void feed(byte[] bytes, int offset, int length);

    /**
     * Writes the next bytes and returns how many, or 0 if the stream is finished or needs more input.
     *
     * @throws DataFormatException if the input is invalid; {@link #written} includes the bytes before the damage
     */
    int inflate(byte[] out, int offset, int length) throws DataFormatException;

    /** Returns whether the last block has ended. */
    boolean finished();

    /** Returns the number of bytes of the last input that were not used. */
    int unused();

    /** Returns the number of bytes written since {@link #begin}, including those of a call that failed. */
    long written();

    @Override
    void close();
}
