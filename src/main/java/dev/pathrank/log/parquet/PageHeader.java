package dev.pathrank.log.parquet;

import dev.pathrank.text.ByteSlice;
import java.io.IOException;

/**
 * The header of a page, as the file has it: no figure is checked.
 *
 * @param type number of the page's type in the Parquet format
 * @param size bytes after decompression, levels included
 * @param packedSize bytes stored
 * @param values number of values, missing ones included
 * @param encoding number of the values' encoding in the Parquet format
 * @param definitionBytes bytes of the definition levels in a page of version 2; 0 in one of version 1
 * @param repetitionBytes bytes of the repetition levels in a page of version 2; 0 in one of version 1
 * @param compressed whether the values are compressed
 */
record PageHeader(
        int type,
        int size,
        int packedSize,
        int values,
        int encoding,
        int definitionBytes,
        int repetitionBytes,
        boolean compressed) {

    /** Reads the header that begins here and leaves {@code stored} at the page. */
    static PageHeader read(ColumnChunkBytes stored) throws IOException {
        stored.need();
        ThriftReader in = new ThriftReader(new ByteSlice(stored.buffer(), stored.position(), stored.buffer().length));
        int type = 0;
        int size = 0;
        int packedSize = 0;
        int[] of = {0, 0, 0, 0, 1}; // values, encoding, definition bytes, repetition bytes, compressed
        for (int field = in.field(0); field != ThriftReader.STOP; field = in.field(field)) {
            switch (field) {
                case 1 -> type = (int) in.number();
                case 2 -> size = (int) in.number();
                case 3 -> packedSize = (int) in.number();
                case 5, 7 -> firstVersion(in, of);
                case 8 -> secondVersion(in, of);
                default -> in.skip();
            }
        }
        stored.moveTo(in.position());
        return new PageHeader(type, size, packedSize, of[0], of[1], of[2], of[3], of[4] != 0);
    }

    private static void firstVersion(ThriftReader in, int[] of) {
        for (int field = in.field(0); field != ThriftReader.STOP; field = in.field(field)) {
            switch (field) {
                case 1 -> of[0] = (int) in.number();
                case 2 -> of[1] = (int) in.number();
                default -> in.skip();
            }
        }
    }

    private static void secondVersion(ThriftReader in, int[] of) {
        for (int field = in.field(0); field != ThriftReader.STOP; field = in.field(field)) {
            switch (field) {
                case 1 -> of[0] = (int) in.number();
                case 4 -> of[1] = (int) in.number();
                case 5 -> of[2] = (int) in.number();
                case 6 -> of[3] = (int) in.number();
                case 7 -> of[4] = (int) in.number();
                default -> in.skip();
            }
        }
    }
}
