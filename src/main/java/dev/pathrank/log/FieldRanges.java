package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The cells of one row that are looked at, as ranges of the row's buffer. */
public final class FieldRanges {
    /** What stands between cells unless the owner of the log chose otherwise. */
    public static final String TAB = "\t";

    private static final LogField[] COLUMNS = LogField.values();

    // One place more than there are columns: cells that nobody asks for are written there rather than asked about.
    private final int[] from = new int[COLUMNS.length + 1];
    private final int[] to = new int[COLUMNS.length + 1];
    private int[] placeOfCell = new int[0];
    private int[] wanted = new int[0];
    private int cellsOfHeader;
    private byte[] bytes = new byte[0];
    private byte[] delimiter = Bytes.ascii(TAB);
    private byte single = '\t';

    /** Says which columns the following rows have, and what stands between them: one ASCII character or more. */
    public void follow(Header header, String between) {
        delimiter = between.getBytes(StandardCharsets.ISO_8859_1);
        single = delimiter[0];
        cellsOfHeader = header.cells();
        placeOfCell = new int[header.neededCells()];
        for (int cell = 0; cell < placeOfCell.length; cell++) {
            placeOfCell[cell] = header.columnAt(cell) < 0 ? COLUMNS.length : header.columnAt(cell);
        }
        wanted = IntStream.range(0, placeOfCell.length)
                .filter(cell -> placeOfCell[cell] < COLUMNS.length)
                .toArray();
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
    }

    /**
     * Splits a line that was read, which is not cut, at its delimiters.
     *
     * @return whether the row has as many cells as its header
     */
    public boolean split(Lines lines) {
        if (delimiter.length != 1 || single != '\t') {
            return split(lines.bytes(), lines.from(), lines.to());
        }
        bytes = lines.bytes();
        int[] marks = lines.marks();
        int first = lines.firstMark();
        int last = lines.tabs();
        for (int cell : wanted) {
            if (cell < last) {
                set(placeOfCell[cell], cell == 0 ? lines.from() : marks[first + cell - 1] + 1, marks[first + cell]);
            } else if (cell == last) {
                set(placeOfCell[cell], cell == 0 ? lines.from() : marks[first + cell - 1] + 1, lines.to());
            } else {
                set(placeOfCell[cell], 0, 0);
            }
        }
        return last + 1 == cellsOfHeader;
    }

    /**
     * Splits a row at its delimiters.
     *
     * @return whether the row has as many cells as its header
     */
    public boolean split(byte[] row, int rowFrom, int rowTo) {
        bytes = row;
        return delimiter.length == 1 ? splitBySingle(row, rowFrom, rowTo) : splitByText(row, rowFrom, rowTo);
    }

    private boolean splitBySingle(byte[] row, int rowFrom, int rowTo) {
        int start = rowFrom;
        for (int cell = 0; cell < placeOfCell.length; cell++) {
            int end = ByteSearch.indexOf(single, row, start, rowTo);
            if (end < 0) {
                set(placeOfCell[cell], start, rowTo);
                clearFrom(cell + 1);
                return cell + 1 == cellsOfHeader;
            }
            set(placeOfCell[cell], start, end);
            start = end + 1;
        }
        return placeOfCell.length + 1 + ByteSearch.count(single, row, start, rowTo) == cellsOfHeader;
    }

    private boolean splitByText(byte[] row, int rowFrom, int rowTo) {
        int cells = 0;
        int start = rowFrom;
        int end;
        do {
            end = ByteSearch.indexOf(delimiter, row, start, rowTo);
            if (cells < placeOfCell.length) {
                set(placeOfCell[cells], start, end < 0 ? rowTo : end);
            }
            cells++;
            start = end + delimiter.length;
        } while (end >= 0);
        clearFrom(cells);
        return cells == cellsOfHeader;
    }

    /** Begins a row whose cells are {@link #put} one by one. */
    public void begin() {
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
    }

    /** Says where the bytes are that cells were {@link #put} in. */
    public void in(byte[] row) {
        bytes = row;
    }

    /** Puts a cell of the row begun last. */
    public void put(LogField column, int cellFrom, int cellTo) {
        set(column.ordinal(), cellFrom, cellTo);
    }

    public byte[] bytes() {
        return bytes;
    }

    public int from(LogField column) {
        return from[column.ordinal()];
    }

    public int to(LogField column) {
        return to[column.ordinal()];
    }

    /** Whether the column has a value in this row: the header names it, the row reaches it, and it is not {@code -}. */
    public boolean has(LogField column) {
        int start = from[column.ordinal()];
        int length = to[column.ordinal()] - start;
        return length > 1 || length == 1 && bytes[start] != '-';
    }

    private void clearFrom(int firstMissing) {
        for (int cell = firstMissing; cell < placeOfCell.length; cell++) {
            set(placeOfCell[cell], 0, 0);
        }
    }

    private void set(int place, int cellFrom, int cellTo) {
        from[place] = cellFrom;
        to[place] = cellTo;
    }
}
