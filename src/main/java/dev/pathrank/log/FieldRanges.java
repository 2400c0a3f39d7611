package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The fields of one row, as ranges of the row's buffer. Only the fields of {@link LogField} are kept. A row of text is
 * {@linkplain #split split} at a delimiter; the fields of other formats are {@linkplain #put put} one by one.
 */
public final class FieldRanges {
    /** The delimiter of logs whose owner did not choose another. */
    public static final String TAB = "\t";

    /** A delimiter that any number of spaces makes, as where somebody's editor has replaced tabs by spaces. */
    public static final String SPACES = " ";

    private static final LogField[] FIELDS = LogField.values();

    // One slot more than there are fields receives those that are not kept, which saves a branch for each.
    private final int[] from = new int[FIELDS.length + 1];
    private final int[] to = new int[FIELDS.length + 1];
    private final ByteSlice[] values =
            IntStream.range(0, FIELDS.length).mapToObj(field -> new ByteSlice()).toArray(ByteSlice[]::new);
    private int[] slotOfColumn = new int[0];
    private int[] wanted = new int[0];
    private int columns;
    private byte[] bytes = new byte[0];
    private byte[] delimiter = Bytes.ascii(TAB);
    private byte single = '\t';

    /**
     * Sets the columns and the delimiter of the following rows.
     *
     * @param between one ASCII character or more
     */
    public void follow(Header header, String between) {
        delimiter = between.getBytes(StandardCharsets.ISO_8859_1);
        single = delimiter[0];
        columns = header.columns();
        slotOfColumn = new int[header.neededColumns()];
        for (int column = 0; column < slotOfColumn.length; column++) {
            slotOfColumn[column] = header.fieldAt(column) < 0 ? FIELDS.length : header.fieldAt(column);
        }
        wanted = IntStream.range(0, slotOfColumn.length)
                .filter(column -> slotOfColumn[column] < FIELDS.length)
                .toArray();
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
    }

    /**
     * Splits the current line, which must not be cut, at its delimiters.
     *
     * @return whether the row has as many columns as its header
     */
    public boolean split(Lines lines) {
        if (delimiter.length != 1 || single != '\t') {
            return split(lines.line());
        }
        int tabs = lines.tabs();
        if (tabs + 1 < slotOfColumn.length) {
            return split(lines.line());
        }
        ByteSlice line = lines.line();
        bytes = line.array();
        int[] marks = lines.marks();
        int first = lines.firstMark();
        int start = line.from();
        for (int i = 0; i < wanted.length; i++) {
            int column = wanted[i];
            int begin = column == 0 ? start : marks[first + column - 1] + 1;
            set(slotOfColumn[column], begin, column == tabs ? line.to() : marks[first + column]);
        }
        return tabs + 1 == columns;
    }

    /**
     * Splits a row at its delimiters.
     *
     * @return whether the row has as many columns as its header
     */
    public boolean split(ByteSlice row) {
        bytes = row.array();
        if (delimiter.length > 1) {
            return splitByText(row);
        }
        return single == ' ' ? splitBySpaces(row) : splitBySingle(row);
    }

    private boolean splitBySpaces(ByteSlice row) {
        int column = 0;
        int at = row.from();
        while (at < row.to()) {
            int space = ByteSearch.indexOf((byte) ' ', bytes, at, row.to());
            int end = space < 0 ? row.to() : space;
            if (column < slotOfColumn.length) {
                set(slotOfColumn[column], at, end);
            }
            column++;
            for (at = end; at < row.to() && bytes[at] == ' '; at++) {
                // spaces between two cells, or at the end
            }
        }
        clearFrom(column);
        return column == columns;
    }

    private boolean splitBySingle(ByteSlice row) {
        int start = row.from();
        for (int column = 0; column < slotOfColumn.length; column++) {
            int end = ByteSearch.indexOf(single, bytes, start, row.to());
            if (end < 0) {
                set(slotOfColumn[column], start, row.to());
                clearFrom(column + 1);
                return column + 1 == columns;
            }
            set(slotOfColumn[column], start, end);
            start = end + 1;
        }
        return slotOfColumn.length + 1 + ByteSearch.count(single, bytes, start, row.to()) == columns;
    }

    private boolean splitByText(ByteSlice row) {
        int column = 0;
        int start = row.from();
        int end;
        do {
            end = ByteSearch.indexOf(delimiter, bytes, start, row.to());
            if (column < slotOfColumn.length) {
                set(slotOfColumn[column], start, end < 0 ? row.to() : end);
            }
            column++;
            start = end + delimiter.length;
        } while (end >= 0);
        clearFrom(column);
        return column == columns;
    }

    /** Begins a row whose fields are {@link #put} one by one. */
    public void begin() {
        Arrays.fill(from, 0);
        Arrays.fill(to, 0);
    }

    /** Sets the array that the ranges of the fields {@link #put} refer to. */
    public void in(byte[] row) {
        bytes = row;
    }

    /** Puts the range of a field of the row begun last. */
    public void put(LogField field, int valueFrom, int valueTo) {
        set(field.ordinal(), valueFrom, valueTo);
    }

    /** Returns the value of a field in this row, reused for the next row; empty where the row does not have it. */
    public ByteSlice get(LogField field) {
        int slot = field.ordinal();
        return values[slot].set(bytes, from[slot], to[slot]);
    }

    /** Sets a slice to the value of a field in this row, and returns the slice. */
    ByteSlice get(LogField field, ByteSlice into) {
        int slot = field.ordinal();
        return into.set(bytes, from[slot], to[slot]);
    }

    /** Returns whether the row has a value for the field: one that is neither empty nor {@code -}. */
    public boolean has(LogField field) {
        int start = from[field.ordinal()];
        int length = to[field.ordinal()] - start;
        return length > 1 || length == 1 && bytes[start] != '-';
    }

    /** Returns the number of bytes of a field in this row; 0 where the row does not have it. */
    int length(LogField field) {
        return to[field.ordinal()] - from[field.ordinal()];
    }

    /** Returns the array that all ranges refer to. */
    byte[] array() {
        return bytes;
    }

    private void clearFrom(int firstMissing) {
        for (int column = firstMissing; column < slotOfColumn.length; column++) {
            set(slotOfColumn[column], 0, 0);
        }
    }

    private void set(int slot, int valueFrom, int valueTo) {
        from[slot] = valueFrom;
        to[slot] = valueTo;
    }
}
