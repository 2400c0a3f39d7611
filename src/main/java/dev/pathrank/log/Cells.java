package dev.pathrank.log;

/** The cells of one row that are looked at, as ranges of the row's buffer. */
final class Cells {
    private static final byte TAB = '\t';
    private static final Column[] COLUMNS = Column.values();

    // One place more than there are columns: cells that nobody asks for are written there rather than asked about.
    private final int[] from = new int[COLUMNS.length + 1];
    private final int[] to = new int[COLUMNS.length + 1];
    private int[] placeOfCell = new int[0];
    private int cellsOfHeader;
    private byte[] bytes = new byte[0];

    /** Says which columns the following rows have. */
    void follow(Header header) {
        cellsOfHeader = header.cells();
        placeOfCell = new int[header.neededCells()];
        for (int cell = 0; cell < placeOfCell.length; cell++) {
            placeOfCell[cell] = header.columnAt(cell) < 0 ? COLUMNS.length : header.columnAt(cell);
        }
        for (int place = 0; place < from.length; place++) {
            set(place, 0, 0);
        }
    }

    /**
     * Splits a row at its tabs.
     *
     * @return whether the row has as many cells as its header
     */
    boolean split(byte[] row, int rowFrom, int rowTo) {
        bytes = row;
        int start = rowFrom;
        for (int cell = 0; cell < placeOfCell.length; cell++) {
            int tab = ByteSearch.indexOf(TAB, row, start, rowTo);
            if (tab < 0) {
                set(placeOfCell[cell], start, rowTo);
                clearFrom(cell + 1);
                return cell + 1 == cellsOfHeader;
            }
            set(placeOfCell[cell], start, tab);
            start = tab + 1;
        }
        return placeOfCell.length + 1 + ByteSearch.count(TAB, row, start, rowTo) == cellsOfHeader;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(Column column) {
        return from[column.ordinal()];
    }

    int to(Column column) {
        return to[column.ordinal()];
    }

    /** Whether the column has a value in this row: the header names it, the row reaches it, and it is not {@code -}. */
    boolean has(Column column) {
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
