package dev.pathrank.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns of the rows that follow, as a {@code #Fields:} line or the user names them. */
final class Header {
    private static final byte[] FIELDS = "#Fields:".getBytes(StandardCharsets.US_ASCII);
    private static final Column[] COLUMNS = Column.values();

    /** Columns that hold an address, a query, a cookie or a referer, in standard and in real-time logs. */
    private static final Set<String> PERSONAL =
            Set.of("c-ip", "x-forwarded-for", "cs-uri-query", "cs(cookie)", "cs-cookie", "cs(referer)", "cs-referer");

    private final byte[] line;
    private final List<String> names;
    private final int[] columnAt;
    private final Set<Integer> personalCells;

    private Header(byte[] line, List<String> names) {
        this.line = line;
        this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        this.columnAt = columnsIn(this.names);
        this.personalCells = IntStream.range(0, this.names.size())
                .filter(cell -> PERSONAL.contains(this.names.get(cell)))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    static Header named(List<String> names) {
        return new Header(new byte[0], names);
    }

    /** Whether the line names columns. Letters count the same in either case, as in the names themselves. */
    static boolean isFieldsLine(byte[] bytes, int from, int to) {
        if (to - from < FIELDS.length) {
            return false;
        }
        for (int i = 0; i < FIELDS.length; i++) {
            if (HostName.lower(bytes[from + i]) != HostName.lower(FIELDS[i])) {
                return false;
            }
        }
        return true;
    }

    /** Reads a {@code #Fields:} line. Names are split by spaces or tabs: RTMP headers of AWS have both. */
    static Header parse(byte[] bytes, int from, int to) {
        String text = new String(bytes, from + FIELDS.length, to - from - FIELDS.length, StandardCharsets.ISO_8859_1);
        List<String> names = Arrays.stream(text.split("[ \t]+"))
                .filter(name -> !name.isEmpty())
                .toList();
        return new Header(Arrays.copyOfRange(bytes, from, to), names);
    }

    /** Whether this was read from the very same line, as it is for every further file in a concatenation. */
    boolean isReadFrom(byte[] bytes, int from, int to) {
        return Arrays.equals(line, 0, line.length, bytes, from, to);
    }

    /** Number of cells that a row of the right length has. */
    int cells() {
        return names.size();
    }

    /** Number of cells, from the first, after which no cell is needed. */
    int neededCells() {
        return columnAt.length;
    }

    /** The ordinal of the {@link Column} that cell number {@code cell} holds, or -1 where nobody asks for it. */
    int columnAt(int cell) {
        return columnAt[cell];
    }

    /** Numbers of the cells whose columns may tell of a person. */
    Set<Integer> personalCells() {
        return personalCells;
    }

    boolean has(Column column) {
        return names.contains(column.lowerCaseName());
    }

    /** What these columns tell of who reached the backend. */
    OriginEvidence evidence() {
        if (!has(Column.RESULT_TYPE)) {
            return OriginEvidence.EVERY_ROW;
        }
        return has(Column.DETAILED_RESULT_TYPE) ? OriginEvidence.DETAILED : OriginEvidence.RESULT_TYPE;
    }

    /** The kind of log that these columns betray where its rows are no requests: RTMP streams, TLS connections. */
    Optional<String> notRequests() {
        if (has(Column.METHOD)) {
            return Optional.empty();
        }
        if (names.contains("x-event") || names.contains("x-sname")) {
            return Optional.of("RTMP log");
        }
        boolean connections = names.contains("connectionstatus") || names.contains("tlsprotocol");
        return connections ? Optional.of("connection log") : Optional.empty();
    }

    private static int[] columnsIn(List<String> lowerCaseNames) {
        int[] columnAt = new int[lowerCaseNames.size()];
        Arrays.fill(columnAt, -1);
        int needed = 0;
        for (Column column : COLUMNS) {
            int cell = lowerCaseNames.indexOf(column.lowerCaseName());
            if (cell >= 0) {
                columnAt[cell] = column.ordinal();
                needed = Math.max(needed, cell + 1);
            }
        }
        return Arrays.copyOf(columnAt, needed);
    }
}
