package dev.pathrank.log.parquet;

import dev.pathrank.source.RangedBytes;
import dev.pathrank.text.ByteSlice;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A reader of the values of one column of a row group, page by page. */
final class ColumnReader {
    /** Bytes of the largest page that is decompressed; writers make pages of one MB. */
    static final int LARGEST_PAGE = 64 << 20;

    private static final byte[] NOTHING = {};
    private static final int MOST_VALUES = 1 << 22;
    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;
    private static final int DATA_PAGE_V2 = 3;

    private final Footer.Chunk chunk;
    private final ColumnChunkBytes stored;
    private @Nullable PageValues dictionary;
    private @Nullable PageValues plain;
    private @Nullable RleDecoder indices;
    private @Nullable RleDecoder present;
    private int left;
    private int nextPlain;

    private final ByteSlice value = new ByteSlice();

    ColumnReader(RangedBytes file, Footer.Chunk chunk) {
        this.chunk = chunk;
        this.stored = new ColumnChunkBytes(file, chunk.offset(), chunk.length());
    }

    /**
     * Moves to the value of the next row.
     *
     * @throws IOException if the bytes did not arrive
     * @throws RuntimeException if they are invalid
     */
    void next() throws IOException {
        while (left == 0) {
            page();
        }
        left--;
        if (present != null && present.next() == 0) {
            value.set(NOTHING, 0, 0);
        } else if (indices != null && dictionary != null) {
            take(dictionary, indices.next());
        } else if (plain != null) {
            take(plain, nextPlain++);
        } else {
            throw new IllegalArgumentException("a page that needs a dictionary, and there is none");
        }
    }

    /** Returns the value of this row, reused for the next row; empty where it has none. */
    ByteSlice value() {
        return value;
    }

    private void take(PageValues values, int number) {
        value.set(values.bytes, values.from[number], values.to[number]);
    }

    private void page() throws IOException {
        PageHeader header = PageHeader.read(stored);
        if (header.size() < 0 || header.size() > LARGEST_PAGE || header.packedSize() < 0) {
            throw new IllegalArgumentException("a page of " + header.size() + " bytes");
        }
        if (header.values() < 0 || header.values() > MOST_VALUES) {
            throw new IllegalArgumentException("a page of " + header.values() + " values");
        }
        byte[] packed = stored.take(header.packedSize());
        switch (header.type()) {
            case DICTIONARY_PAGE -> dictionary = PageValues.of(0, unpacked(header, packed, 0), 0, header.values());
            case DATA_PAGE -> dataPage(header, unpacked(header, packed, 0));
            case DATA_PAGE_V2 -> dataPageV2(header, packed);
            default -> {} // an index page is not needed
        }
    }

    private byte[] unpacked(PageHeader header, byte[] packed, int from) throws IOException {
        int codec = header.compressed() ? chunk.codec() : 0;
        return Codec.unpack(codec, packed, from, packed.length - from, header.size() - from);
    }

    private void dataPage(PageHeader header, byte[] page) {
        int at = 0;
        present = null;
        if (chunk.optional()) {
            int length = page[0] & 0xFF | (page[1] & 0xFF) << 8 | (page[2] & 0xFF) << 16 | (page[3] & 0xFF) << 24;
            at = Math.addExact(Integer.BYTES, length);
            present = new RleDecoder(page, Integer.BYTES, at, 1);
        }
        values(header, page, at);
    }

    // The levels precede the compressed bytes.
    private void dataPageV2(PageHeader header, byte[] packed) throws IOException {
        int levels = header.repetitionBytes() + header.definitionBytes();
        present = chunk.optional() ? new RleDecoder(packed, header.repetitionBytes(), levels, 1) : null;
        values(header, unpacked(header, packed, levels), 0);
    }

    private void values(PageHeader header, byte[] page, int at) {
        left = header.values();
        plain = null;
        indices = null;
        if (PageValues.isOfDictionary(header.encoding())) {
            indices = at < page.length
                    ? new RleDecoder(page, at + 1, page.length, page[at])
                    : new RleDecoder(page, at, at, 0);
            return;
        }
        nextPlain = 0;
        plain = PageValues.of(header.encoding(), page, at, present == null ? left : count(present.again(), left));
    }

    private static int count(RleDecoder present, int rows) {
        int count = 0;
        for (int row = 0; row < rows; row++) {
            count += present.next();
        }
        return count;
    }
}
