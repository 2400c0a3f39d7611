package dev.pathrank.log;

import dev.pathrank.text.ByteSearch;
import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import dev.pathrank.text.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The fields of one row, as ranges of the row's buffer. Only the fields of {@link LogField} are kept. A row of text is
 * {@linkplain #split split} at a delimiter; the fields of other formats are {@linkplain #put put} one by one.
 *
 * <p>A range is looked up when it is asked for: among the marks of the {@link Lines}, which know where each cell ends,
 * or where a row has none, among the ends that were found or put one by one.
 */
public final class FieldRanges {
    /** The delimiter of logs whose owner did not choose another. */
    public static final String TAB = "\t";

    /** A delimiter that any number of spaces makes, as where somebody's editor has replaced tabs by spaces. */
    public static final String SPACES = " ";

    private static final LogField[] FIELDS = LogField.values();

    /** The place of a field that no column holds: negative, whatever is added to it. */
    private static final int ABSENT = Integer.MIN_VALUE;

    private static final int[] OWN_PLACES =
            IntStream.range(0, FIELDS.length).map(slot -> 2 * slot + 1).toArray();

    /** The index before each field's first byte, and after it the index of its end. */
    private final int[] own = new int[2 * FIELDS.length + 2];

    private final ByteSlice[] values =
            IntStream.range(0, FIELDS.length).mapToObj(field -> new ByteSlice()).toArray(ByteSlice[]::new);
    private int[] slotOfColumn = new int[0];
    private final int[] columnPlaces = new int[FIELDS.length];
    private int columns;
    private byte[] bytes = new byte[0];
    private byte[] delimiter = Bytes.ascii(TAB);
    private byte single = '\t';

    /** A field of the current row lies between the end before its place and that of its place. */
    private int[] ends = own;

    private int[] places = OWN_PLACES;
    private int first;

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
        Arrays.fill(columnPlaces, ABSENT);
        for (int column = 0; column < slotOfColumn.length; column++) {
            // One slot more than there are fields receives those that are not kept, which saves a branch for each.
            slotOfColumn[column] = header.fieldAt(column) < 0 ? FIELDS.length : header.fieldAt(column);
            if (header.fieldAt(column) >= 0) {
                columnPlaces[header.fieldAt(column)] = column;
            }
        }
        begin();
    }

    /**
     * Splits the current line, which must not be cut, at its delimiters.
     *
     * @return whether the row has as many columns as its header
     */
    public boolean split(Lines lines) {
        int tabs = lines.tabs();
        ByteSlice line = lines.line();
        int needed = slotOfColumn.length;
        if (delimiter.length != 1 || single != '\t' || tabs + 1 < needed || !lines.isBetweenMarks(tabs >= needed)) {
            return split(line);
        }
        bytes = line.array();
        ends = lines.marks();
        places = columnPlaces;
        first = lines.firstMark();
        return tabs + 1 == columns;
    }

    /**
     * Splits a row at its delimiters.
     *
     * @return whether the row has as many columns as its header
     */
    public boolean split(ByteSlice row) {
        useOwn(row.array());
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
        for (int slot = 0; slot < FIELDS.length; slot++) {
            set(slot, 0, 0);
        }
        useOwn(bytes);
    }

    private void useOwn(byte[] row) {
        bytes = row;
        ends = own;
        places = OWN_PLACES;
        first = 0;
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
        return get(field, values[field.ordinal()]);
    }

    /** Sets a slice to the value of a field in this row, and returns the slice. */
    ByteSlice get(LogField field, ByteSlice into) {
        return into.set(bytes, from(field), to(field));
    }

    /** Returns whether the row has a value for the field: one that is neither empty nor {@code -}. */
    public boolean has(LogField field) {
        int start = from(field);
        int length = to(field) - start;
        return length > 1 || length == 1 && bytes[start] != '-';
    }

    /** Parses the value of a field as {@link Numbers#nonNegative} does. */
    public long number(LogField field) {
        return Numbers.nonNegative(bytes, from(field), to(field));
    }

    /** Returns whether the value of a field is a text that is not empty. */
    boolean is(LogField field, byte[] text) {
        return length(field) == text.length && startsWith(field, text);
    }

    /** Returns whether the value of a field begins with a text that is not empty. */
    boolean startsWith(LogField field, byte[] text) {
        // Not by get(field), which would set a slice for each text: that costs 4 % of reading a row.
        int from = from(field);
        if (to(field) - from < text.length || bytes[from] != text[0]) {
            return false;
        }
        int at = 1;
        while (at < text.length && bytes[from + at] == text[at]) {
            at++;
        }
        return at == text.length;
    }

    /** Returns the number of bytes of a field in this row; 0 where the row does not have it. */
    int length(LogField field) {
        return to(field) - from(field);
    }

    /** Returns the index in {@link #array} of the first byte of a field; that of its end where it is empty. */
    int from(LogField field) {
        int place = first + places[field.ordinal()];
        return place < 0 ? 0 : ends[place - 1] + 1;
    }

    /** Returns the index in {@link #array} after the last byte of a field. */
    int to(LogField field) {
        int place = first + places[field.ordinal()];
        return place < 0 ? 0 : ends[place];
    }

    /** Returns the array that all ranges refer to. */
    byte[] array() {
        return bytes;
    }

    private void clearFrom(int firstMissing) {
        for (int slot = 0; slot < FIELDS.length; slot++) {
            if (columnPlaces[slot] >= firstMissing) {
                set(slot, 0, 0);
            }
        }
    }

    private void set(int slot, int valueFrom, int valueTo) {
        own[2 * slot] = valueFrom - 1;
        own[2 * slot + 1] = valueTo;
    }
}
