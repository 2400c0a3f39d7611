package dev.pathrank.log.parquet;

import dev.pathrank.source.RangedBytes;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** The stored bytes of one column of a row group, fetched in pieces. */
final class ColumnChunkBytes {
    /** Large enough for few requests to S3, small enough that about twenty columns fit into memory. */
    private static final int PIECE = 1 << 20;

    /** A page header with its statistics is far shorter. */
    private static final int LONGEST_HEADER = 64 << 10;

    private final RangedBytes file;
    private final long end;
    private long next;
    private byte[] buffer = new byte[0];
    private int at;

    /** @throws IllegalArgumentException if the range does not lie within the file */
    ColumnChunkBytes(RangedBytes file, long offset, long length) {
        if (offset < 0 || length < 0 || length > file.size() - offset) {
            throw new IllegalArgumentException("a column of " + length + " bytes at byte " + offset);
        }
        this.file = file;
        this.next = offset;
        this.end = offset + length;
    }

    byte[] buffer() {
        return buffer;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /** Makes sure that the buffer holds a page header. */
    void need() throws IOException {
        if (at == buffer.length && next >= end) {
            throw new EOFException("fewer values than rows");
        }
        fill(LONGEST_HEADER);
    }

    /** Returns the next {@code length} bytes. A long page is read without keeping it in the buffer. */
    byte[] take(int length) throws IOException {
        require(length);
        if (length <= PIECE) {
            fill(length);
        }
        int have = Math.min(length, buffer.length - at);
        byte[] taken = Arrays.copyOfRange(buffer, at, at + length);
        at += have;
        if (have < length) {
            System.arraycopy(file.read(next, length - have), 0, taken, have, length - have);
            next += length - have;
        }
        return taken;
    }

    /** Moves over bytes that nobody needs. */
    void skip(int length) throws EOFException {
        require(length);
        int have = Math.min(length, buffer.length - at);
        at += have;
        next += length - have;
    }

    private void require(int length) throws EOFException {
        if (length > end - next + buffer.length - at) {
            throw new EOFException("a page is longer than its column");
        }
    }

    private void fill(int wanted) throws IOException {
        int have = buffer.length - at;
        if (have >= wanted || next >= end) {
            return;
        }
        int more = (int) Math.min(end - next, Math.max(PIECE, wanted - have));
        byte[] piece = file.read(next, more);
        next += more;
        byte[] joined = Arrays.copyOfRange(buffer, at, buffer.length + more);
        System.arraycopy(piece, 0, joined, have, more);
        buffer = joined;
        at = 0;
    }
}
