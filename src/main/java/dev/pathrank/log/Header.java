package dev.pathrank.log;

import dev.pathrank.text.ByteSlice;
import dev.pathrank.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The columns of the rows that follow, as named by a {@code #Fields:} line, the user or a known layout. */
public final class Header {
    /** Columns of the longest header that is read; CloudFront has fewer than a hundred. */
    private static final int MOST_COLUMNS = 1000;

    private static final byte[] FIELDS = Bytes.ascii("#Fields:");

    /** Fields that hold an address, a query, a cookie or a referer, in standard and in real-time logs. */
    private static final Set<String> PERSONAL =
            Set.of("c-ip", "x-forwarded-for", "cs-uri-query", "cs-cookie", "cs-referer", "cs-headers");

    /** Fields of Microsoft's web servers that CloudFront does not have. */
    private static final Set<String> IIS =
            Set.of("s-port", "s-sitename", "s-computername", "sc-substatus", "sc-win32-status", "cs-username");

    private final byte[] line;
    private final List<String> names;
    private final Set<LogField> fields = EnumSet.noneOf(LogField.class);
    private final int[] fieldAt;
    private final Set<Integer> personalColumns;
    private final boolean iis;
    private final @Nullable String separator;

    private Header(byte[] line, List<String> names) {
        this.line = line;
        this.separator = separatorOf(line);
        this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        this.fieldAt = fieldsOf(this.names, fields);
        this.iis = this.names.stream().anyMatch(IIS::contains)
                && this.names.stream().noneMatch(name -> name.startsWith("x-edge-"));
        this.personalColumns = IntStream.range(0, this.names.size())
                .filter(column -> isPersonal(this.names.get(column)))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Makes a header of field names in the order of the columns. */
    public static Header named(List<String> names) {
        return new Header(new byte[0], names);
    }

    /** Returns whether a line names columns. Case does not matter, as in the names themselves. */
    public static boolean isFieldsLine(ByteSlice line) {
        if (line.length() < FIELDS.length) {
            return false;
        }
        for (int i = 0; i < FIELDS.length; i++) {
            if (HostName.lower(line.at(i)) != HostName.lower(FIELDS[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * Parses a {@code #Fields:} line. Names are split by any characters that no name contains: AWS separates those of
     * RTMP logs by spaces and tabs, and in v2 the owner chooses the delimiter.
     */
    public static Header parse(ByteSlice line) {
        List<String> names = Arrays.stream(
                        line.toString().substring(FIELDS.length).split("[^A-Za-z0-9()_-]+"))
                .filter(name -> !name.isEmpty())
                .toList();
        return new Header(line.toByteArray(), names);
    }

    /** Returns whether this was parsed from exactly the same line, as in a concatenation of similar files. */
    public boolean isParsedFrom(ByteSlice other) {
        return other.contentEquals(line);
    }

    /** Returns the text between the names of a {@code #Fields:} line, if it is not white space. */
    public Optional<String> separator() {
        return Optional.ofNullable(separator);
    }

    private static @Nullable String separatorOf(byte[] line) {
        String text = new String(line, StandardCharsets.ISO_8859_1).substring(Math.min(FIELDS.length, line.length));
        return Arrays.stream(text.split("[A-Za-z0-9()_-]+"))
                .map(String::strip)
                .filter(between -> !between.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Returns whether there are more columns than any log has, each of which would cost time in every row. */
    public boolean hasTooMany() {
        return names.size() > MOST_COLUMNS;
    }

    /** Returns the number of columns of a complete row. */
    int columns() {
        return names.size();
    }

    /** Returns the number of columns, from the first, after which no column is needed. */
    int neededColumns() {
        return fieldAt.length;
    }

    /** Returns the ordinal of the {@link LogField} in a column, or -1 where the column is not needed. */
    int fieldAt(int column) {
        return fieldAt[column];
    }

    /** Returns the 0-based numbers of the columns that may hold personal data. */
    public Set<Integer> personalColumns() {
        return personalColumns;
    }

    /** Returns whether a column of this name may hold personal data. */
    public static boolean isPersonal(String name) {
        return PERSONAL.contains(LogField.key(name));
    }

    /** Returns the same columns and one more at their end, which is not needed. */
    public Header withEmptyColumn() {
        List<String> more = new ArrayList<>(names);
        more.add("");
        return named(more);
    }

    /** Returns whether the columns are those of a real-time log. */
    public boolean isRealTime() {
        return LogType.isRealTime(this::has);
    }

    /** Returns whether a column has a name that no other program's logs have. */
    public boolean isCloudFront() {
        return names.stream().anyMatch(name -> name.startsWith("x-edge-"))
                || has(LogField.HOST)
                || has(LogField.DOMAIN)
                || has(LogField.TIMESTAMP_MS);
    }

    /** Returns whether the columns are those of Microsoft's web servers. */
    public boolean isIis() {
        return iis;
    }

    private boolean has(LogField field) {
        return fields.contains(field);
    }

    /** Returns which fields there are to decide whether a request reached the origin. */
    public OriginEvidence evidence() {
        return OriginEvidence.of(has(LogField.RESULT_TYPE), has(LogField.DETAILED_RESULT_TYPE));
    }

    /** Returns the name of the log type, such as {@code RTMP log}, if its rows are not HTTP requests. */
    public Optional<String> notRequests() {
        return has(LogField.METHOD) ? Optional.empty() : notRequests(names);
    }

    /** Like {@link #notRequests()}, for names in lower case that do not include the method. */
    public static Optional<String> notRequests(List<String> names) {
        if (names.contains("x-event") || names.contains("x-sname")) {
            return Optional.of("RTMP log");
        }
        boolean connections = names.contains("connectionstatus") || names.contains("tlsprotocol");
        return connections ? Optional.of("connection log") : Optional.empty();
    }

    private static int[] fieldsOf(List<String> names, Set<LogField> found) {
        int[] fieldAt = new int[names.size()];
        Arrays.fill(fieldAt, -1);
        int needed = 0;
        for (int column = 0; column < fieldAt.length; column++) {
            Optional<LogField> field = LogField.of(names.get(column));
            if (field.isPresent() && found.add(field.get())) {
                fieldAt[column] = field.get().ordinal();
                needed = column + 1;
            }
        }
        return Arrays.copyOf(fieldAt, needed);
    }
}
