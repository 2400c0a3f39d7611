package dev.pathrank.log.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A Parquet file put together page by page, which may claim anything. */
final class CraftedParquet {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Column> columns = new ArrayList<>();
    private byte[] inFooter = {};

    private static final int BYTE_ARRAY = 6;
    private static final int NO_MEANING = -1;

    private record Column(String name, int physical, int meaning, int codec, long offset, long length) {}

    CraftedParquet() {
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
    }

    /** Adds a required column of strings. */
    CraftedParquet column(String name, int codec, byte[]... pages) {
        return column(name, BYTE_ARRAY, NO_MEANING, codec, pages);
    }

    /**
     * Adds a required column without compression.
     *
     * @param physical the format's number of the type of its values
     * @param meaning the format's number of the converted type
     */
    CraftedParquet typed(String name, int physical, int meaning, byte[]... pages) {
        return column(name, physical, meaning, 0, pages);
    }

    private CraftedParquet column(String name, int physical, int meaning, int codec, byte[]... pages) {
        int from = file.size();
        for (byte[] page : pages) {
            file.writeBytes(page);
        }
        columns.add(new Column(name, physical, meaning, codec, from, file.size() - from));
        return this;
    }

    /** Adds required columns of strings that all have the pages of the column before them. */
    CraftedParquet sharedBy(List<String> names) {
        Column shared = columns.get(columns.size() - 1);
        names.forEach(name ->
                columns.add(new Column(name, BYTE_ARRAY, NO_MEANING, shared.codec, shared.offset, shared.length)));
        return this;
    }

    /** Puts a field between those of the footer. */
    CraftedParquet inFooter(byte[] field) {
        inFooter = field;
        return this;
    }

    /** Ends the file with a footer that has one group of {@code rows}. */
    byte[] of(long rows) {
        return of(rows, 0, 0);
    }

    /** As {@link #of(long)}, with the places and lengths of the columns moved. */
    byte[] of(long rows, long moved, long longer) {
        Thrift footer = new Thrift();
        footer.list(2, 12, columns.size() + 1).number(5, columns.size()).stop();
        for (Column column : columns) {
            footer.number(1, column.physical).number(3, 0).text(4, column.name);
            if (column.meaning != NO_MEANING) {
                footer.number(6, column.meaning);
            }
            footer.stop();
        }
        footer.back(2).raw(inFooter);
        footer.list(4, 12, 1).list(1, 12, columns.size());
        for (Column column : columns) {
            footer.struct(3).number(1, column.physical);
            footer.list(3, 8, 1).rawText(column.name);
            footer.back(3).number(4, column.codec).number(5, rows).number(7, column.length + longer);
            footer.number(9, column.offset + moved).stop().stop();
        }
        footer.back(1).number(3, rows).stop().stop();
        byte[] bytes = footer.bytes();
        file.writeBytes(bytes);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            file.write(bytes.length >>> shift);
        }
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }

    /** Returns a page of a dictionary with plain values. */
    static byte[] dictionary(int values, int size, byte[] packed) {
        return new Thrift()
                .number(1, 2)
                .number(2, size)
                .number(3, packed.length)
                .struct(7)
                .number(1, values)
                .number(2, 0)
                .stop()
                .stop()
                .raw(packed)
                .bytes();
    }

    /** Returns a data page. */
    static byte[] data(int values, int encoding, byte[] body) {
        return data(values, encoding, body.length, body, new byte[0]);
    }

    /** Returns a data page with a field of its own in its header. */
    static byte[] data(int values, int encoding, int size, byte[] body, byte[] inHeader) {
        return new Thrift()
                .number(1, 0)
                .number(2, size)
                .number(3, body.length)
                .raw(inHeader)
                .struct(5)
                .number(1, values)
                .number(2, encoding)
                .stop()
                .stop()
                .raw(body)
                .bytes();
    }

    /** Returns a plain value. */
    static byte[] plain(String value) {
        return new Thrift()
                .raw(new byte[] {(byte) value.length(), (byte) (value.length() >> Byte.SIZE), 0, 0})
                .raw(value.getBytes(StandardCharsets.US_ASCII))
                .bytes();
    }

    /** Returns the body of a data page of one run of the dictionary's first value. */
    static byte[] run(int values) {
        return new Thrift()
                .raw(new byte[] {1})
                .varint((long) values << 1)
                .raw(new byte[] {0})
                .bytes();
    }

    /** A writer of Thrift's compact protocol. */
    static final class Thrift {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int before;
        private final List<Integer> outer = new ArrayList<>();

        Thrift field(int number, int type) {
            if (number > before) {
                out.write(number - before << 4 | type);
            } else {
                out.write(type);
                varint((long) number << 1);
            }
            before = number;
            return this;
        }

        Thrift number(int number, long value) {
            return field(number, 6).varint(value << 1 ^ value >> 63);
        }

        Thrift text(int number, String text) {
            return field(number, 8).rawText(text);
        }

        Thrift rawText(String text) {
            return varint(text.length()).raw(text.getBytes(StandardCharsets.US_ASCII));
        }

        Thrift struct(int number) {
            field(number, 12);
            outer.add(before);
            before = 0;
            return this;
        }

        Thrift list(int number, int type, int size) {
            field(number, 9);
            out.write(0xF0 | type);
            before = 0;
            return varint(size);
        }

        /** Goes on after the elements of a list that was field {@code number}. */
        Thrift back(int number) {
            before = number;
            return this;
        }

        Thrift stop() {
            out.write(0);
            before = outer.isEmpty() ? 0 : outer.remove(outer.size() - 1);
            return this;
        }

        Thrift varint(long value) {
            long rest = value;
            while (rest >>> 7 != 0) {
                out.write((int) rest | 0x80);
                rest >>>= 7;
            }
            out.write((int) rest);
            return this;
        }

        Thrift raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
