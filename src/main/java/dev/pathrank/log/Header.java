package dev.pathrank.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The columns of the rows that follow, as a {@code #Fields:} line, the user or a known layout names them. */
public final class Header {
    private static final byte[] FIELDS = "#Fields:".getBytes(StandardCharsets.US_ASCII);
    private static final LogField[] COLUMNS = LogField.values();

    /** Columns that hold an address, a query, a cookie or a referer, in standard and in real-time logs. */
    private static final Set<String> PERSONAL = Set.of(
            "c-ip",
            "x-forwarded-for",
            "cs-uri-query",
            "cs(cookie)",
            "cs-cookie",
            "cs(referer)",
            "cs-referer",
            "cs-headers");

    private final byte[] line;
    private final List<String> names;
    private final FieldNaming naming;
    private final int[] columnAt;
    private final Set<Integer> personalCells;

    private Header(byte[] line, List<String> names) {
        this.line = line;
        this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        this.naming = FieldNaming.of(this.names);
        this.columnAt = columnsIn(this.names, naming);
        this.personalCells = IntStream.range(0, this.names.size())
                .filter(cell -> isPersonal(this.names.get(cell)))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    public static Header named(List<String> names) {
        return new Header(new byte[0], names);
    }

    /** Whether the line names columns. Letters count the same in either case, as in the names themselves. */
    public static boolean isFieldsLine(byte[] bytes, int from, int to) {
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

    /**
     * Reads a {@code #Fields:} line. Names are split by whatever no name has in it: RTMP headers of AWS have spaces and
     * tabs, and v2 leaves the delimiter to the owner.
     */
    public static Header parse(byte[] bytes, int from, int to) {
        String text = text(bytes, from + FIELDS.length, to);
        List<String> names = Arrays.stream(text.split("[^A-Za-z0-9()_-]+"))
                .filter(name -> !name.isEmpty())
                .toList();
        return new Header(Arrays.copyOfRange(bytes, from, to), names);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    static boolean isPersonal(String lowerCaseName) {
        return PERSONAL.contains(lowerCaseName);
    }

    /** Whether this was read from the very same line, as it is for every further file in a concatenation. */
    public boolean isReadFrom(byte[] bytes, int from, int to) {
        return Arrays.equals(line, 0, line.length, bytes, from, to);
    }

    /** What stands between the names of a {@code #Fields:} line, where it is no white space. */
    public Optional<String> separator() {
        String text = text(line, Math.min(FIELDS.length, line.length), line.length);
        return Arrays.stream(text.split("[A-Za-z0-9()_-]+"))
                .map(String::strip)
                .filter(between -> !between.isEmpty())
                .findFirst();
    }

    /** Number of cells that a row of the right length has. */
    int cells() {
        return names.size();
    }

    /** Number of cells, from the first, after which no cell is needed. */
    int neededCells() {
        return columnAt.length;
    }

    /** The ordinal of the {@link LogField} that cell number {@code cell} holds, or -1 where nobody asks for it. */
    int columnAt(int cell) {
        return columnAt[cell];
    }

    /** Numbers of the cells whose columns may tell of a person. */
    public Set<Integer> personalCells() {
        return personalCells;
    }

    public FieldNaming naming() {
        return naming;
    }

    boolean has(LogField column) {
        return names.contains(naming.nameOf(column));
    }

    /** What these columns tell of who reached the backend. */
    public OriginEvidence evidence() {
        return OriginEvidence.of(has(LogField.RESULT_TYPE), has(LogField.DETAILED_RESULT_TYPE));
    }

    /** The kind of log that these columns betray where its rows are no requests: RTMP streams, TLS connections. */
    public Optional<String> notRequests() {
        return has(LogField.METHOD) ? Optional.empty() : notRequests(names);
    }

    /** As {@link #notRequests()}, of names in lower case among which there is no method. */
    public static Optional<String> notRequests(List<String> names) {
        if (names.contains("x-event") || names.contains("x-sname")) {
            return Optional.of("RTMP log");
        }
        boolean connections = names.contains("connectionstatus") || names.contains("tlsprotocol");
        return connections ? Optional.of("connection log") : Optional.empty();
    }

    private static int[] columnsIn(List<String> lowerCaseNames, FieldNaming naming) {
        int[] columnAt = new int[lowerCaseNames.size()];
        Arrays.fill(columnAt, -1);
        int needed = 0;
        for (LogField column : COLUMNS) {
            int cell = lowerCaseNames.indexOf(naming.nameOf(column));
            if (cell >= 0) {
                columnAt[cell] = column.ordinal();
                needed = Math.max(needed, cell + 1);
            }
        }
        return Arrays.copyOf(columnAt, needed);
    }
}
