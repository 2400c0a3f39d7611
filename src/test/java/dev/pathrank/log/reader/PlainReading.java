package dev.pathrank.log.reader;

import com.univocity.parsers.tsv.TsvParser;
import com.univocity.parsers.tsv.TsvParserSettings;
import dev.pathrank.log.ClientAddress;
import dev.pathrank.log.DurationField;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.Row;
import dev.pathrank.text.ByteSlice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An independent reader for comparison: Univocity splits the lines, and strings and the JDK parse the cells. */
final class PlainReading {
    private static final TsvParser PARSER = parser();
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern SECONDS = Pattern.compile("\\d+(\\.\\d+)?");

    final List<ReadRows.Copy> rows = new ArrayList<>();
    final List<ReadRows.Rejected> rejected = new ArrayList<>();
    long odd;

    /** Reads what {@link LogReader} reads. */
    static PlainReading of(String log) {
        PlainReading reading = new PlainReading();
        List<String> columns = List.of();
        String[] lines = log.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("#Fields:")) {
                columns = List.of(lines[i].substring("#Fields: ".length()).split(" "));
            } else if (!lines[i].isEmpty() && !lines[i].startsWith("#")) {
                reading.row(columns, lines[i], i + 1L);
            }
        }
        return reading;
    }

    /** The cells of a line, none of them null. */
    static String[] cells(String line) {
        return PARSER.parseLine(line);
    }

    private static TsvParser parser() {
        TsvParserSettings settings = new TsvParserSettings();
        settings.getFormat().setEscapeChar('\0');
        settings.getFormat().setComment('\0');
        settings.setNullValue("");
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setSkipEmptyLines(false);
        settings.setMaxCharsPerColumn(100_000);
        return new TsvParser(settings);
    }

    private void row(List<String> columns, String line, long number) {
        String[] cells = cells(line);
        odd += cells.length == columns.size() ? 0 : 1;
        Map<String, String> row = IntStream.range(0, Math.min(cells.length, columns.size()))
                .boxed()
                .filter(i -> !cells[i].isEmpty() && !cells[i].equals("-"))
                .collect(Collectors.toMap(columns::get, i -> cells[i]));
        RejectReason reason = reason(row);
        if (reason == null) {
            rows.add(row(row, number));
        } else {
            rejected.add(new ReadRows.Rejected(reason, number, line));
        }
    }

    private static RejectReason reason(Map<String, String> row) {
        if (!row.containsKey("cs-method")) {
            return RejectReason.NO_METHOD;
        }
        if (row.getOrDefault("cs-uri-stem", "").split("\\?", -1)[0].isEmpty()) {
            return RejectReason.NO_PATH;
        }
        if (!row.getOrDefault("sc-status", "").matches("\\d{3}")) {
            return RejectReason.BAD_STATUS;
        }
        try {
            epochSecond(row);
            return null;
        } catch (DateTimeException e) {
            return RejectReason.BAD_TIME;
        }
    }

    private static long epochSecond(Map<String, String> row) {
        String text = row.getOrDefault("date", "") + "T" + row.getOrDefault("time", "");
        if (text.length() != "2017-02-12T16:00:00".length()) {
            throw new DateTimeException(text);
        }
        return LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
    }

    private static ReadRows.Copy row(Map<String, String> row, long number) {
        int status = Integer.parseInt(row.get("sc-status"));
        boolean connection =
                status == 101 || Set.of("ws", "wss", "grpcs").contains(row.getOrDefault("cs-protocol", ""));
        boolean originCall = originCall(row);
        DurationField field = originCall && !connection ? durationField(row) : DurationField.NONE;
        return new ReadRows.Copy(
                number,
                epochSecond(row),
                row.get("cs-method"),
                host(row),
                decode(row.get("cs-uri-stem").split("\\?", -1)[0]),
                status,
                originCall,
                connection,
                field == DurationField.NONE ? Row.NO_DURATION : millis(row.get(field.fieldName())),
                field,
                Long.parseLong(row.getOrDefault("sc-bytes", "0")),
                row.containsKey("c-ip") ? clientHash(row.get("c-ip")) : 0);
    }

    private static String host(Map<String, String> row) {
        String host = decode(row.getOrDefault("x-host-header", row.getOrDefault("cs(Host)", "")));
        return host.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    }

    private static boolean originCall(Map<String, String> row) {
        String detailed = row.getOrDefault("x-edge-detailed-result-type", "");
        return switch (row.getOrDefault("x-edge-result-type", "")) {
            case "" -> true;
            case "Miss", "RefreshHit" ->
                !detailed.equals("OriginShieldHit") && !detailed.equals("MissGeneratedResponse");
            case "Error" -> !detailed.startsWith("InvalidRequest") && !detailed.equals("ClientGeoBlocked");
            default -> false;
        };
    }

    private static DurationField durationField(Map<String, String> row) {
        for (DurationField field : DurationField.values()) {
            if (SECONDS.matcher(row.getOrDefault(field.fieldName(), "")).matches()) {
                return field;
            }
        }
        return DurationField.NONE;
    }

    private static int millis(String seconds) {
        return new BigDecimal(seconds)
                .movePointRight(3)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static String decode(String logged) {
        return ESCAPE.matcher(logged)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    // The hash has its own test; here it only matters that it is the hash of this cell.
    private static long clientHash(String address) {
        return ClientAddress.hash(ByteSlice.of(address.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
