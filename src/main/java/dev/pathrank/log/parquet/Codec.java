package dev.pathrank.log.parquet;

import dev.pathrank.text.ByteSlice;
import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Decompresses pages. */
final class Codec {
    private static final int UNCOMPRESSED = 0;
    private static final int SNAPPY = 1;
    private static final int GZIP = 2;
    private static final int ZSTD = 6;
    private static final int LZ4_RAW = 7;

    private Codec() {}

    /** Returns whether pages of this codec can be decompressed. */
    static boolean isKnown(int codec) {
        return codec == UNCOMPRESSED || codec == SNAPPY || codec == GZIP || codec == ZSTD || codec == LZ4_RAW;
    }

    /**
     * Decompresses a part of a page.
     *
     * @param size bytes of the result, at most {@link ColumnReader#LARGEST_PAGE}
     * @throws IllegalArgumentException or another unchecked exception if the bytes are invalid
     */
    static byte[] unpack(int codec, ByteSlice packed, int size) throws IOException {
        if (codec == UNCOMPRESSED && size > packed.length()) {
            throw new IllegalArgumentException("a page of " + size + " bytes in " + packed.length());
        }
        byte[] out = new byte[size];
        switch (codec) {
            case UNCOMPRESSED -> System.arraycopy(packed.array(), packed.from(), out, 0, size);
            case SNAPPY -> whole(new SnappyDecompressor(), packed, out);
            case ZSTD -> whole(new ZstdDecompressor(), packed, out);
            case LZ4_RAW -> whole(new Lz4Decompressor(), packed, out);
            case GZIP -> {
                try (GZIPInputStream in =
                        new GZIPInputStream(new ByteArrayInputStream(packed.array(), packed.from(), packed.length()))) {
                    require(size, in.readNBytes(out, 0, size));
                } catch (ZipException e) {
                    throw new IllegalArgumentException("a page is not gzip data", e);
                }
            }
            default -> throw new IllegalArgumentException("compression " + codec);
        }
        return out;
    }

    private static void whole(Decompressor decompressor, ByteSlice packed, byte[] out) throws EOFException {
        require(
                out.length,
                decompressor.decompress(packed.array(), packed.from(), packed.length(), out, 0, out.length));
    }

    private static void require(int size, int came) throws EOFException {
        if (came != size) {
            throw new EOFException("a page decompresses to " + came + " bytes instead of " + size);
        }
    }
}
