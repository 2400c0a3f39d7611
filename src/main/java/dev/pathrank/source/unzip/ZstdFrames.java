package dev.pathrank.source.unzip;

import dev.pathrank.io.BulkInputStream;
import dev.pathrank.source.DamagedObjectException;
import io.airlift.compress.zstd.ZstdIncrementalFrameDecompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decompresses all frames of a Zstandard object (RFC 8878) and checks their lengths and checksums. Skippable frames,
 * such as {@code pzstd} writes, are skipped.
 *
 * <p>The library's own stream keeps the last megabytes of a frame to itself when it fails, more or fewer with the size
 * of the reads. This class therefore hands the library one block at a time, and if a block is cut or corrupt, it ends
 * the frame before that block: every byte of the blocks before it is delivered, in whatever pieces it is read.
 */
final class ZstdFrames extends BulkInputStream {
    private static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int SKIPPABLE_MASK = 0xFFFFFFF0;
    private static final int RESERVED_FLAG = 8;
    private static final int CHECKSUM_FLAG = 4;
    private static final int SINGLE_FLAG = 0x20;
    private static final int SIZE_OF_8_BYTES = 0xC0;
    private static final int LARGEST_BLOCK = 128 << 10;
    private static final int BLOCK_HEADER = 3;
    private static final int RLE = 1;
    private static final int COMPRESSED = 2;

    /** The largest window that the library takes. */
    private static final long LARGEST_WINDOW = 8L << 20;

    /** The largest frame that is its own window, and so is held as a whole. */
    private static final long LARGEST_SINGLE = 128L << 20;

    private static final int SMALLEST_WINDOW_LOG = 10;

    /** The library addresses arrays as {@code sun.misc.Unsafe} does, which the compiler warns of. */
    private static final int BASE = arrayBase();

    private final StoredBytes stored;
    private final ZstdIncrementalFrameDecompressor decoder = new ZstdIncrementalFrameDecompressor();
    private final byte[] input = new byte[LARGEST_BLOCK + 16];
    private int next;
    private int limit;

    private Part part = Part.BETWEEN_FRAMES;
    private boolean checksummed;
    private boolean compressed;
    private long contentSize;
    private long delivered;
    private Xxh64 hash = new Xxh64();

    private byte[] rest = {};
    private int restNext;
    private @Nullable DamagedObjectException damage;

    /** What the library was given last. */
    private enum Part {
        /** Nothing of the next frame. */
        BETWEEN_FRAMES,
        /** A header or block, and a block follows. */
        BLOCKS,
        /** The last block, and not that the frame ends there. */
        LAST_BLOCK,
        /** The end of the frame. */
        END
    }

    ZstdFrames(StoredBytes stored) {
        this.stored = stored;
    }

    /** Returns whether an object begins with a frame. */
    static boolean begin(StoredBytes stored) throws IOException {
        if (!stored.holdsFirst(Integer.BYTES)) {
            return false;
        }
        int magic = stored.peek(0) | stored.peek(1) << 8 | stored.peek(2) << 16 | stored.peek(3) << 24;
        return magic == MAGIC || isSkippable(magic);
    }

    private static boolean isSkippable(int magic) {
        return (magic & SKIPPABLE_MASK) == SKIPPABLE;
    }

    private static int arrayBase() {
        try {
            return Class.forName("sun.misc.Unsafe")
                    .getField("ARRAY_BYTE_BASE_OFFSET")
                    .getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, out.length);
        if (length == 0) {
            return 0;
        }
        try {
            while (damage == null) {
                int made = decode(out, offset, length);
                if (made > 0) {
                    hash.update(out, offset, made);
                    delivered += made;
                    return made;
                }
                if (!advance()) {
                    return -1;
                }
            }
        } catch (DamagedObjectException e) {
            damage = e;
            rest = blocksBeforeDamage();
        }
        return readRest(out, offset, length, damage);
    }

    private int readRest(byte[] out, int offset, int length, DamagedObjectException after)
            throws DamagedObjectException {
        if (restNext == rest.length) {
            throw after;
        }
        int taken = Math.min(length, rest.length - restNext);
        System.arraycopy(rest, restNext, out, offset, taken);
        restNext += taken;
        return taken;
    }

    /** Decodes what the library was given; returns 0 if it needs more. */
    private int decode(byte[] out, int offset, int length) throws DamagedObjectException {
        if (next == limit && decoder.getRequestedOutputSize() == 0) {
            return 0;
        }
        try {
            return feed(out, offset, length);
        } catch (RuntimeException e) {
            throw corrupt(e.getMessage());
        } catch (OutOfMemoryError e) {
            part = Part.BETWEEN_FRAMES;
            throw new DamagedObjectException(
                    "the Zstandard data needs more memory than there is; let Java use more (-Xmx)", e);
        }
    }

    private int feed(byte[] out, int offset, int length) {
        decoder.partialDecompress(input, (long) BASE + next, (long) BASE + limit, out, offset, offset + length);
        next += decoder.getInputConsumed();
        return decoder.getOutputBufferUsed();
    }

    /** Gives the library the next part of a frame; returns false at the end of the object. */
    private boolean advance() throws IOException {
        switch (part) {
            case BLOCKS -> block();
            case LAST_BLOCK -> end();
            case END -> {
                part = Part.BETWEEN_FRAMES;
                checkFrame();
            }
            case BETWEEN_FRAMES -> {
                if (!stored.hasNext()) {
                    return false;
                }
                beginFrame();
            }
        }
        return true;
    }

    private void beginFrame() throws IOException {
        long place = stored.position();
        int magic = (int) number(Integer.BYTES);
        if (isSkippable(magic)) {
            for (long left = number(Integer.BYTES); left > 0; left--) {
                byteInFrame();
            }
        } else if (magic == MAGIC) {
            frameHeader();
        } else {
            throw new DamagedObjectException("bytes that are not Zstandard data follow a frame at byte " + place);
        }
    }

    private void frameHeader() throws IOException {
        int flags = byteInFrame();
        boolean single = (flags & SINGLE_FLAG) != 0;
        if ((flags & RESERVED_FLAG) != 0) {
            throw corrupt("a frame of an unknown type");
        }
        int window = single ? 0 : byteInFrame();
        if (number((1 << (flags & 3)) >> 1) != 0) {
            throw corrupt("it needs a dictionary");
        }
        int sizeBytes = (1 << (flags >> 6)) & (single ? 15 : 14);
        // Two bytes hold sizes from 256 on.
        contentSize = sizeBytes == 0 ? -1 : number(sizeBytes) + (sizeBytes == 2 ? 256 : 0);
        long needed = single ? contentSize : windowSize(window);
        long most = single ? LARGEST_SINGLE : LARGEST_WINDOW;
        if (needed < 0 || needed > most) {
            throw corrupt("a frame needs a window of more than " + (most >> 20) + " MB");
        }
        checksummed = (flags & CHECKSUM_FLAG) != 0;
        delivered = 0;
        hash = new Xxh64();
        part = Part.BLOCKS;
        compressed = false;
        give(MAGIC, Integer.BYTES);
        // No size, no checksum: both are checked here. A window, also where the frame is its own and it is not too
        // large.
        if (needed <= LARGEST_WINDOW) {
            give((single ? windowFor(needed) : window) << Byte.SIZE, 2);
        } else {
            give(SINGLE_FLAG | SIZE_OF_8_BYTES, 1);
            give(contentSize, Long.BYTES);
        }
    }

    private static long windowSize(int descriptor) {
        long base = 1L << (SMALLEST_WINDOW_LOG + (descriptor >> 3));
        return base + base / 8 * (descriptor & 7);
    }

    private static int windowFor(long size) {
        int log = Long.SIZE - Long.numberOfLeadingZeros(Math.max(size, 1) - 1);
        return Math.max(0, log - SMALLEST_WINDOW_LOG) << 3;
    }

    /** Gives the library a block, never as the last one: only {@link #end} ends a frame. */
    private void block() throws IOException {
        int header = (int) number(BLOCK_HEADER);
        int type = header >> 1 & 3;
        int size = header >> 3;
        if (type > COMPRESSED || size > LARGEST_BLOCK || type == COMPRESSED && size < 2) {
            throw corrupt("a block of type " + type + " and " + size + " bytes");
        }
        int wanted = type == RLE ? 1 : size;
        if (stored.readUpTo(input, BLOCK_HEADER, wanted) < wanted) {
            throw cut();
        }
        give(header & ~1, BLOCK_HEADER);
        limit += wanted;
        compressed = type == COMPRESSED;
        part = (header & 1) == 0 ? Part.BLOCKS : Part.LAST_BLOCK;
    }

    /** Ends the frame by a block without bytes. */
    private void end() {
        give(1, BLOCK_HEADER);
        part = Part.END;
    }

    private void checkFrame() throws IOException {
        if (contentSize >= 0 && contentSize != delivered) {
            throw corrupt("a frame has " + delivered + " bytes, not the length in its header");
        }
        if (checksummed && (int) number(Integer.BYTES) != (int) hash.hash()) {
            throw corrupt("a frame does not match its checksum");
        }
    }

    private void give(long bytes, int count) {
        if (next == limit) {
            next = 0;
            limit = 0;
        }
        for (int shift = 0; shift < count * Byte.SIZE; shift += Byte.SIZE) {
            input[limit++] = (byte) (bytes >> shift);
        }
    }

    private long number(int bytes) throws IOException {
        long number = 0;
        for (int shift = 0; shift < bytes * Byte.SIZE; shift += Byte.SIZE) {
            number |= (long) byteInFrame() << shift;
        }
        return number;
    }

    private int byteInFrame() throws IOException {
        int read = stored.read();
        if (read < 0) {
            throw cut();
        }
        return read;
    }

    private DamagedObjectException cut() {
        return new DamagedObjectException(
                "the Zstandard data is truncated: it ends at byte " + stored.position() + " inside a frame");
    }

    private DamagedObjectException corrupt(@Nullable String why) {
        return new DamagedObjectException(
                "the Zstandard data is corrupt near byte " + stored.position() + (why == null ? "" : " (" + why + ")"));
    }

    /** Ends the frame before the damage, and returns what the library had kept of it as its window. */
    private byte[] blocksBeforeDamage() {
        if (part == Part.BETWEEN_FRAMES) {
            return rest;
        }
        try {
            int added = next < limit ? replaceBlock() : 0;
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            drainTo(kept);
            end();
            drainTo(kept);
            return Arrays.copyOf(kept.toByteArray(), kept.size() - added);
        } catch (RuntimeException | OutOfMemoryError e) {
            return rest; // without them, which is possible only if there is no memory for a large window
        }
    }

    /**
     * Replaces a block that the library refused, and whose header it has read, by one of the same length that is valid:
     * the longest text that fits as it is, and nothing repeated.
     *
     * @return bytes that the block adds to the frame
     */
    private int replaceBlock() {
        if (!compressed) {
            throw new IllegalStateException("a block that is not compressed was refused");
        }
        int size = limit - BLOCK_HEADER;
        int headerBytes = size < 34 ? 1 : size < 4096 ? 2 : 3;
        int text = size - headerBytes - 1; // the last byte says that there are no sequences
        next = 0;
        limit = 0;
        give(headerBytes == 1 ? text << 3 : text << 4 | (headerBytes == 2 ? 4 : 12), headerBytes);
        Arrays.fill(input, limit, size, (byte) 0);
        limit = size;
        return text;
    }

    private void drainTo(ByteArrayOutputStream out) {
        byte[] piece = new byte[StoredBytes.BUFFER_SIZE];
        while (next < limit || decoder.getRequestedOutputSize() > 0) {
            out.write(piece, 0, feed(piece, 0, piece.length));
        }
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }
}
