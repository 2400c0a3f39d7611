package dev.pathrank.source.unzip;

import dev.pathrank.io.BulkInputStream;
import dev.pathrank.io.PinnedArrays;
import dev.pathrank.source.DamagedObjectException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses all members of a gzip and checks the CRC-32 and the length in each trailer.
 *
 * <p>The JDK's {@code GZIPInputStream} calls {@code available()} to find out whether another member follows, and
 * silently drops the rest of the object if a network stream returns 0 at that moment (JDK-7036144). This class reads to
 * the end of the stored bytes.
 */
final class GzipMembers extends BulkInputStream {
    private final StoredBytes stored;
    private final Inflater decoder;
    private final CRC32 crc = new CRC32();
    private final Lock pinned = PinnedArrays.shared();
    private boolean inMember;
    private boolean ended;
    private @Nullable DamagedObjectException damage;

    /** @param decoder of raw DEFLATE, reset for each member and not closed with this */
    GzipMembers(StoredBytes stored, Inflater decoder) {
        this.stored = stored;
        this.decoder = decoder;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, out.length);
        if (length == 0) {
            return 0;
        }
        if (damage != null) {
            throw damage;
        }
        try {
            return readOn(out, offset, length);
        } catch (DamagedObjectException e) {
            damage = e;
            throw e;
        }
    }

    private int readOn(byte[] out, int offset, int length) throws IOException {
        while (!ended) {
            if (!inMember) {
                beginMember();
            }
            int written = inflate(out, offset, length);
            if (written > 0) {
                crc.update(out, offset, written);
                return written;
            }
            endMember();
        }
        return -1;
    }

    private void beginMember() throws IOException {
        GzipHeader.skip(stored);
        decoder.reset();
        crc.reset();
        inMember = true;
    }

    /** Returns the next bytes of this member, or 0 at its end. */
    private int inflate(byte[] out, int offset, int length) throws IOException {
        long before = decoder.getBytesWritten();
        try {
            while (true) {
                int written = inflatePart(out, offset, length);
                if (written > 0 || decoder.finished()) {
                    return written;
                }
                feed();
            }
        } catch (DataFormatException e) {
            damage = new DamagedObjectException(
                    "the gzip data is corrupt near byte " + (stored.position() - decoder.getRemaining())
                            + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")"),
                    e);
            int written = (int) (decoder.getBytesWritten() - before);
            if (written > 0) {
                return written;
            }
            throw damage;
        }
    }

    private int inflatePart(byte[] out, int offset, int length) throws DataFormatException {
        pinned.lock();
        try {
            return decoder.inflate(out, offset, length);
        } finally {
            pinned.unlock();
        }
    }

    private void feed() throws IOException {
        if (!stored.hasNext()) {
            throw new DamagedObjectException(
                    "the gzip data is truncated: it ends at byte " + stored.position() + " inside compressed data");
        }
        stored.feed(decoder);
    }

    private void endMember() throws IOException {
        stored.handBack(decoder.getRemaining());
        inMember = false;
        checkTrailer();
        ended = !anotherMemberFollows();
    }

    private void checkTrailer() throws IOException {
        long start = stored.position();
        int expectedCrc = readTrailerWord();
        int expectedLength = readTrailerWord();
        if (expectedCrc != (int) crc.getValue()) {
            throw new DamagedObjectException(
                    "the gzip data is corrupt: the member before byte " + start + " does not match its CRC-32");
        }
        // The trailer holds the length modulo 2^32.
        if (expectedLength != (int) decoder.getBytesWritten()) {
            throw new DamagedObjectException("the gzip data is corrupt: the member before byte " + start + " has "
                    + decoder.getBytesWritten() + " bytes, not the length in its trailer");
        }
    }

    private int readTrailerWord() throws IOException {
        int word = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            int next = stored.read();
            if (next < 0) {
                throw new DamagedObjectException(
                        "the gzip data is truncated: it ends at byte " + stored.position() + " inside a trailer");
            }
            word |= next << shift;
        }
        return word;
    }

    /** Returns whether another member follows. Zeros may pad a gzip to the end of a block; nothing may follow them. */
    private boolean anotherMemberFollows() throws IOException {
        if (!stored.hasNext() || stored.peek(0) != 0) {
            return stored.hasNext();
        }
        while (stored.hasNext()) {
            long place = stored.position();
            if (stored.read() != 0) {
                throw new DamagedObjectException(
                        "bytes that are not gzip data follow the gzip padding at byte " + place);
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }
}
