package dev.pathrank.log.parquet;

import dev.pathrank.io.IoRunnable;
import dev.pathrank.source.DamagedObjectException;
import dev.pathrank.source.RangedBytes;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.LittleEndian;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rows of a Parquet file, with only the columns that are wanted. */
final class ParquetRows {
    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
    private static final int TAIL = 8;

    /** Usually holds the whole footer, so that one request is enough. */
    private static final int FIRST_LOOK = 64 << 10;

    private static final int LARGEST_FOOTER = 16 << 20;

    /**
     * Rows that each stored byte may stand for, and those that even the smallest file may have. A run of equal values
     * takes a few bytes however long it is, but the rows of a log differ at least in their times.
     */
    private static final long MOST_ROWS = 64;

    private static final long ALWAYS_ROWS = 1L << 22;

    private final RangedBytes file;
    private final Footer footer;
    private final PageBudget budget;
    private ColumnReader[] readers = new ColumnReader[0];
    private List<String> wanted = List.of();
    private int group;
    private long left;

    private ParquetRows(RangedBytes file, Footer footer, IoRunnable beforeMuchMemory) {
        this.file = file;
        this.footer = footer;
        this.budget = new PageBudget(file.size(), beforeMuchMemory);
    }

    /**
     * Reads the footer.
     *
     * @param beforeMuchMemory called once, before its pages take more memory than all threads could have at once
     * @throws DamagedObjectException if the file is cut or its footer is invalid
     */
    static ParquetRows of(RangedBytes file, IoRunnable beforeMuchMemory) throws IOException {
        int looked = (int) Math.min(file.size(), FIRST_LOOK);
        byte[] end = file.read(file.size() - looked, looked);
        if (looked < TAIL || !Arrays.equals(end, looked - MAGIC.length, looked, MAGIC, 0, MAGIC.length)) {
            throw new DamagedObjectException("a truncated Parquet file: its last bytes are missing");
        }
        int at = looked - TAIL;
        int length = (int) LittleEndian.INT.get(end, at);
        if (length <= 0 || length > LARGEST_FOOTER || length > file.size() - TAIL) {
            throw new DamagedObjectException("a Parquet file with an invalid footer length of " + length + " bytes");
        }
        byte[] bytes = length <= at ? end : file.read(file.size() - TAIL - length, length);
        int from = length <= at ? at - length : 0;
        try {
            Footer footer = checked(Footer.parse(new ByteSlice(bytes, from, from + length)), file.size());
            return new ParquetRows(file, footer, beforeMuchMemory);
        } catch (RuntimeException e) {
            throw damaged("its footer is invalid", e);
        } catch (OutOfMemoryError e) {
            throw outOfMemory(e);
        }
    }

    private static Footer checked(Footer footer, long stored) {
        long rows = footer.rows();
        if (rows > ALWAYS_ROWS && rows / MOST_ROWS > stored) {
            throw new IllegalArgumentException(rows + " rows in " + stored + " bytes");
        }
        return footer;
    }

    /** Returns the names of the columns that have at most one value in each row. */
    List<String> columns() {
        return footer.columns();
    }

    /**
     * Sets the columns to read, in order.
     *
     * @throws UnsupportedColumnException if one has a type or compression that is not supported
     */
    void want(List<String> names) throws UnsupportedColumnException {
        wanted = List.copyOf(names);
        for (Footer.RowGroup each : footer.rowGroups()) {
            for (String name : names) {
                Optional<Footer.Chunk> chunk = each.chunk(name);
                if (chunk.isEmpty() || !chunk.get().type().isSupported()) {
                    throw new UnsupportedColumnException("its column " + name
                            + " holds neither strings nor whole or floating-point numbers, dates or times");
                }
                if (!Codec.isKnown(chunk.get().codec())) {
                    throw new UnsupportedColumnException("its column " + name
                            + " is compressed by LZO, Brotli or Hadoop's LZ4; supported are Snappy,"
                            + " gzip, Zstandard and LZ4");
                }
            }
        }
    }

    /**
     * Moves to the next row.
     *
     * @return false at the end
     * @throws DamagedObjectException if the stored bytes are invalid; the rows before them are valid
     */
    boolean next() throws IOException {
        try {
            while (left == 0) {
                if (group == footer.rowGroups().size()) {
                    return false;
                }
                begin(footer.rowGroups().get(group++));
            }
            for (ColumnReader reader : readers) {
                reader.next();
            }
            left--;
            return true;
        } catch (RuntimeException | EOFException e) {
            throw damaged("the file is damaged", e);
        } catch (OutOfMemoryError e) {
            readers = new ColumnReader[0];
            throw outOfMemory(e);
        }
    }

    private void begin(Footer.RowGroup rows) {
        if (rows.rows() < 0) {
            throw new IllegalArgumentException("a group of " + rows.rows() + " rows");
        }
        left = rows.rows();
        budget.releaseAll();
        readers = wanted.stream()
                .map(name -> new ColumnReader(file, rows.chunk(name).orElseThrow(), budget))
                .toArray(ColumnReader[]::new);
    }

    /** Returns the value of a wanted column in this row, reused for the next row; empty where the row has none. */
    ByteSlice value(int column) {
        return readers[column].value();
    }

    private static DamagedObjectException outOfMemory(OutOfMemoryError e) {
        return new DamagedObjectException(
                "its pages need more memory than there is; let Java use more (-Xmx), or write smaller pages", e);
    }

    private static DamagedObjectException damaged(String what, Exception why) {
        return new DamagedObjectException(
                what + (why.getMessage() == null ? "" : " (" + why.getMessage() + ")") + "; download it again");
    }
}
