package dev.pathrank.log.parquet;

import dev.pathrank.source.RangedBytes;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
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
    private final PageBudget budget;
    private long held;
    private @Nullable PageValues dictionary;
    private @Nullable PageValues plain;
    private @Nullable RleDecoder indices;
    private @Nullable RleDecoder present;
    private int left;
    private int nextPlain;

    private final ByteSlice value = new ByteSlice();

    /** @throws IllegalArgumentException if the chunk does not lie within the file */
    ColumnReader(RangedBytes file, Footer.Chunk chunk, PageBudget budget) {
        this.chunk = chunk;
        this.budget = budget;
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
        if (chunk.type().isText()) {
            value.set(values.bytes, values.from[number], values.to[number]);
        } else {
            byte[] text = Bytes.ascii(chunk.type().text(values.bytes, values.from[number]));
            value.set(text, 0, text.length);
        }
    }

    private void page() throws IOException {
        PageHeader header = PageHeader.read(stored);
        checkSize(header.size());
        checkSize(header.packedSize());
        if (header.values() < 0 || header.values() > MOST_VALUES) {
            throw new IllegalArgumentException("a page of " + header.values() + " values");
        }
        switch (header.type()) {
            case DICTIONARY_PAGE -> {
                if (dictionary != null) {
                    throw new IllegalArgumentException("two dictionaries in one column");
                }
                budget.hold((long) header.size() + PageValues.weight(0, header.values()));
                byte[] page = unpacked(header);
                dictionary =
                        PageValues.of(0, page, 0, header.values(), chunk.type().width(), 0);
            }
            case DATA_PAGE -> {
                beginPage(header.size());
                dataPage(header, unpacked(header));
            }
            case DATA_PAGE_V2 -> {
                beginPage((long) header.size() + header.packedSize());
                dataPageV2(header, stored.take(header.packedSize()));
            }
            default -> stored.skip(header.packedSize()); // an index page is not needed
        }
    }

    private static void checkSize(int bytes) {
        if (bytes < 0 || bytes > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page of " + bytes + " bytes");
        }
    }

    /** Drops the page before and takes memory for the next. */
    private void beginPage(long bytes) throws IOException {
        present = null;
        plain = null;
        indices = null;
        budget.release(held);
        held = budget.hold(bytes);
    }

    private byte[] unpacked(PageHeader header) throws IOException {
        long packed = budget.hold(header.packedSize());
        byte[] page = unpacked(header, stored.take(header.packedSize()), 0);
        budget.release(packed);
        return page;
    }

    private byte[] unpacked(PageHeader header, byte[] packed, int from) throws IOException {
        int codec = header.compressed() ? chunk.codec() : 0;
        budget.decode(header.size());
        return Codec.unpack(codec, new ByteSlice(packed, from, packed.length), header.size() - from);
    }

    private void dataPage(PageHeader header, byte[] page) throws IOException {
        int at = 0;
        if (chunk.optional()) {
            int length = page[0] & 0xFF | (page[1] & 0xFF) << 8 | (page[2] & 0xFF) << 16 | (page[3] & 0xFF) << 24;
            if (length < 0 || length > page.length - Integer.BYTES) {
                throw new IllegalArgumentException("levels of " + length + " bytes");
            }
            at = Integer.BYTES + length;
            present = new RleDecoder(new ByteSlice(page, Integer.BYTES, at), 1);
        }
        values(header, page, at);
    }

    // The levels precede the compressed bytes.
    private void dataPageV2(PageHeader header, byte[] packed) throws IOException {
        long both = (long) header.repetitionBytes() + header.definitionBytes();
        int least = Math.min(header.repetitionBytes(), header.definitionBytes());
        if (least < 0 || both > Math.min(packed.length, header.size())) {
            throw new IllegalArgumentException("levels of " + both + " bytes");
        }
        int levels = (int) both;
        present = chunk.optional() ? new RleDecoder(new ByteSlice(packed, header.repetitionBytes(), levels), 1) : null;
        values(header, unpacked(header, packed, levels), 0);
    }

    private void values(PageHeader header, byte[] page, int at) throws IOException {
        left = header.values();
        if (PageValues.isOfDictionary(header.encoding())) {
            indices = at < page.length
                    ? new RleDecoder(new ByteSlice(page, at + 1, page.length), page[at])
                    : new RleDecoder(new ByteSlice(), 0);
            return;
        }
        nextPlain = 0;
        int count = present == null ? left : count(present.again(), left);
        held += budget.hold(PageValues.weight(header.encoding(), count));
        plain = PageValues.of(header.encoding(), page, at, count, chunk.type().width(), budget.left());
        if (plain.bytes != page) {
            held += budget.hold(plain.bytes.length);
        }
    }

    private static int count(RleDecoder present, int rows) {
        int count = 0;
        for (int row = 0; row < rows; row++) {
            count += present.next();
        }
        return count;
    }
}
