package dev.pathrank.log.parquet;

import dev.pathrank.text.ByteSlice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata at the end of a file.
 *
 * @param columns names of the flat columns, in order
 */
record Footer(List<String> columns, List<RowGroup> rowGroups) {
    /** Far more than any log has, and few enough to be held in memory with their names. */
    private static final int MOST_COLUMNS = 10_000;

    private static final int MOST_GROUPS = 100_000;

    /** Columns of all groups together. */
    private static final int MOST_CHUNKS = 200_000;

    private static final int DEEPEST_COLUMN = 100;

    private static final List<ColumnType.Meaning> TIMES =
            List.of(ColumnType.Meaning.TIME_MILLIS, ColumnType.Meaning.TIME_MICROS, ColumnType.Meaning.TIME_NANOS);
    private static final List<ColumnType.Meaning> TIMESTAMPS = List.of(
            ColumnType.Meaning.TIMESTAMP_MILLIS,
            ColumnType.Meaning.TIMESTAMP_MICROS,
            ColumnType.Meaning.TIMESTAMP_NANOS);

    private static final int OPTIONAL = 1;
    private static final int REPEATED = 2;

    /**
     * The position and encoding of one column of a row group.
     *
     * @param optional whether values may be missing
     * @param offset first byte in the file
     * @param length bytes stored
     */
    record Chunk(ColumnType type, int codec, boolean optional, long values, long offset, long length) {}

    /** @param chunks by the name of the column */
    record RowGroup(Map<String, Chunk> chunks, long rows) {
        /** Returns the chunk of a column; empty where this group lacks it. */
        Optional<Chunk> chunk(String column) {
            return Optional.ofNullable(chunks.get(column));
        }
    }

    /** Returns the rows that the file claims to have; {@link Long#MAX_VALUE} for more. */
    long rows() {
        long rows = 0;
        for (RowGroup group : rowGroups) {
            rows += Math.min(Math.max(0, group.rows()), Long.MAX_VALUE - rows);
        }
        return rows;
    }

    private record Element(String name, int repetition, int children, ColumnType.Meaning meaning) {}

    /** @throws IllegalArgumentException if the bytes are no footer */
    static Footer parse(ByteSlice bytes) {
        ThriftReader in = new ThriftReader(bytes);
        Map<String, Element> flat = new HashMap<>();
        List<String> names = new ArrayList<>();
        List<RowGroup> groups = new ArrayList<>();
        for (int field = in.field(0); field != ThriftReader.STOP; field = in.field(field)) {
            switch (field) {
                case 2 -> flatColumns(elements(in), flat, names);
                case 4 -> {
                    int size = few(in.list(), MOST_GROUPS, "groups of rows");
                    int chunks = 0;
                    for (int i = 0; i < size; i++) {
                        RowGroup group = rowGroup(in, flat);
                        chunks = few(chunks + group.chunks().size(), MOST_CHUNKS, "columns of all groups of rows");
                        groups.add(group);
                    }
                }
                default -> in.skip();
            }
        }
        return new Footer(List.copyOf(names), List.copyOf(groups));
    }

    /** Each thing takes far more memory than the one byte that it may take in the file. */
    private static int few(int size, int most, String what) {
        if (size > most) {
            throw new IllegalArgumentException(size + " " + what);
        }
        return size;
    }

    private static List<Element> elements(ThriftReader in) {
        int size = few(in.list(), MOST_COLUMNS, "columns");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            elements.add(element(in));
        }
        return elements;
    }

    private static Element element(ThriftReader in) {
        String name = "";
        int repetition = 0;
        int children = 0;
        ColumnType.Meaning meaning = ColumnType.Meaning.NUMBER;
        for (int field = in.field(0); field != ThriftReader.STOP; field = in.field(field)) {
            switch (field) {
                case 3 -> repetition = (int) in.number();
                case 4 -> name = in.text();
                case 5 -> children = (int) in.number();
                case 6 -> meaning = converted((int) in.number(), meaning);
                case 10 -> meaning = logical(in, meaning);
                default -> in.skip();
            }
        }
        return new Element(name, repetition, children, meaning);
    }

    /** Returns the meaning that older writers store. */
    private static ColumnType.Meaning converted(int type, ColumnType.Meaning otherwise) {
        return switch (type) {
            case 5 -> ColumnType.Meaning.DECIMAL;
            case 6 -> ColumnType.Meaning.DATE;
            case 7 -> ColumnType.Meaning.TIME_MILLIS;
            case 8 -> ColumnType.Meaning.TIME_MICROS;
            case 9 -> ColumnType.Meaning.TIMESTAMP_MILLIS;
            case 10 -> ColumnType.Meaning.TIMESTAMP_MICROS;
            default -> otherwise;
        };
    }

    private static ColumnType.Meaning logical(ThriftReader in, ColumnType.Meaning otherwise) {
        ColumnType.Meaning meaning = otherwise;
        for (int field = in.field(0); field != ThriftReader.STOP; field = in.field(field)) {
            switch (field) {
                case 5 -> {
                    meaning = ColumnType.Meaning.DECIMAL;
                    in.skip();
                }
                case 6 -> {
                    meaning = ColumnType.Meaning.DATE;
                    in.skip();
                }
                case 7 -> meaning = inUnit(in, TIMES);
                case 8 -> meaning = inUnit(in, TIMESTAMPS);
                default -> in.skip();
            }
        }
        return meaning;
    }

    /** @param units the meanings in milliseconds, microseconds and nanoseconds */
    private static ColumnType.Meaning inUnit(ThriftReader in, List<ColumnType.Meaning> units) {
        ColumnType.Meaning meaning = units.get(0);
        for (int field = in.field(0); field != ThriftReader.STOP; field = in.field(field)) {
            if (field != 2) {
                in.skip();
                continue;
            }
            for (int unit = in.field(0); unit != ThriftReader.STOP; unit = in.field(unit)) {
                meaning = units.get(unit - 1);
                in.skip();
            }
        }
        return meaning;
    }

    /** Adds the columns directly below the root that have at most one value in each row. */
    private static void flatColumns(List<Element> elements, Map<String, Element> flat, List<String> names) {
        int at = 1;
        while (at < elements.size()) {
            Element element = elements.get(at);
            if (element.children() == 0 && element.repetition() != REPEATED) {
                flat.put(element.name(), element);
                names.add(element.name());
            }
            at = behind(elements, at);
        }
    }

    private static int behind(List<Element> elements, int at) {
        int open = 1;
        int next = at;
        while (open > 0 && next < elements.size()) {
            open += elements.get(next++).children() - 1;
        }
        return next;
    }

    private static RowGroup rowGroup(ThriftReader in, Map<String, Element> flat) {
        Map<String, Chunk> chunks = new HashMap<>();
        long rows = 0;
        for (int field = in.field(0); field != ThriftReader.STOP; field = in.field(field)) {
            switch (field) {
                case 1 -> {
                    int size = in.list();
                    for (int i = 0; i < size; i++) {
                        chunk(in, flat, chunks);
                    }
                }
                case 3 -> rows = in.number();
                default -> in.skip();
            }
        }
        return new RowGroup(chunks, rows);
    }

    private static void chunk(ThriftReader in, Map<String, Element> flat, Map<String, Chunk> chunks) {
        for (int field = in.field(0); field != ThriftReader.STOP; field = in.field(field)) {
            if (field == 3) {
                metaData(in, flat, chunks);
            } else {
                in.skip();
            }
        }
    }

    private static void metaData(ThriftReader in, Map<String, Element> flat, Map<String, Chunk> chunks) {
        List<String> path = new ArrayList<>();
        int type = 0;
        int codec = 0;
        long values = 0;
        long length = 0;
        long data = 0;
        long dictionary = 0;
        for (int field = in.field(0); field != ThriftReader.STOP; field = in.field(field)) {
            switch (field) {
                case 1 -> type = (int) in.number();
                case 3 -> {
                    int size = few(in.list(), DEEPEST_COLUMN, "names of a column");
                    for (int i = 0; i < size; i++) {
                        path.add(in.text());
                    }
                }
                case 4 -> codec = (int) in.number();
                case 5 -> values = in.number();
                case 7 -> length = in.number();
                case 9 -> data = in.number();
                case 11 -> dictionary = in.number();
                default -> in.skip();
            }
        }
        Element element = path.size() == 1 ? flat.get(path.get(0)) : null;
        if (element != null) {
            long offset = dictionary > 0 ? Math.min(dictionary, data) : data;
            ColumnType columnType = new ColumnType(type, element.meaning());
            chunks.put(
                    element.name(),
                    new Chunk(columnType, codec, element.repetition() == OPTIONAL, values, offset, length));
        }
    }
}
