package dev.pathrank.log.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Logs of every shape: any columns in any order, headers in the middle, cells good and bad, rows too short and too
 * long.
 */
final class RandomLogs {
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n");
    private static final List<String> COLUMNS = List.of(
            "date",
            "time",
            "x-edge-location",
            "sc-bytes",
            "c-ip",
            "cs-method",
            "cs(Host)",
            "cs-uri-stem",
            "sc-status",
            "cs(Referer)",
            "cs(User-Agent)",
            "x-edge-result-type",
            "x-host-header",
            "cs-protocol",
            "time-taken",
            "time-to-first-byte",
            "x-edge-detailed-result-type",
            "sc-content-type",
            "origin-fbl",
            "origin-lbl");

    /**
     * A log as its sections, and as text.
     *
     * @param lineEnd LF or CRLF, everywhere the same
     * @param lastLineEnds whether the last line has its line end
     */
    record Log(List<Section> sections, String lineEnd, boolean lastLineEnds) {
        String text() {
            String text =
                    sections.stream().map(section -> section.text(lineEnd)).collect(Collectors.joining());
            return lastLineEnds ? text : text.substring(0, text.length() - lineEnd.length());
        }
    }

    /** Rows under one header. */
    record Section(List<String> columns, List<List<String>> rows) {
        String text(String lineEnd) {
            StringBuilder text = new StringBuilder("#Version: 1.0" + lineEnd);
            text.append("#Fields: ").append(String.join(" ", columns)).append(lineEnd);
            rows.forEach(row -> text.append(String.join("\t", row)).append(lineEnd));
            return text.toString();
        }
    }

    private RandomLogs() {}

    static Arbitrary<Log> logs() {
        return Combinators.combine(
                        section().list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(LINE_ENDS),
                        Arbitraries.of(true, false))
                .as(Log::new);
    }

    private static Arbitrary<Section> section() {
        Arbitrary<List<String>> columns = Arbitraries.shuffle(new ArrayList<>(COLUMNS))
                .flatMap(all -> Arbitraries.integers().between(8, all.size()).map(size -> all.subList(0, size)))
                .map(some -> some.contains("cs-method") ? some : withMethod(some));
        return columns.flatMap(names -> row(names).list().ofMaxSize(6).map(rows -> new Section(names, rows)));
    }

    // A header without it may be taken for another log type.
    private static List<String> withMethod(List<String> columns) {
        List<String> all = new ArrayList<>(columns);
        all.add("cs-method");
        return all;
    }

    private static Arbitrary<List<String>> row(List<String> columns) {
        List<Arbitrary<String>> cells = columns.stream().map(RandomLogs::cell).toList();
        Arbitrary<List<String>> whole = Combinators.combine(cells).as(row -> row);
        return Combinators.combine(
                        whole,
                        Arbitraries.frequencyOf(
                                Tuple.of(8, Arbitraries.just(0)),
                                Tuple.of(2, Arbitraries.integers().between(-columns.size() + 1, 3))))
                .as(RandomLogs::longerOrShorter)
                .filter(row -> !String.join("", row).isEmpty() && !row.get(0).startsWith("#"));
    }

    private static List<String> longerOrShorter(List<String> row, int by) {
        if (by <= 0) {
            return row.subList(0, row.size() + by);
        }
        List<String> longer = new ArrayList<>(row);
        longer.addAll(Collections.nCopies(by, "surplus"));
        return longer;
    }

    private static Arbitrary<String> cell(String column) {
        Arbitrary<String> good = switch (column) {
            case "date" -> Arbitraries.of("2017-02-12", "2017-02-13", "2016-02-29", "2017-02-29", "2024-12-31");
            case "time" -> Arbitraries.of("00:00:00", "23:59:59", "16:07:08", "24:00:00", "16:07");
            case "sc-status" -> Arbitraries.of("200", "000", "101", "404", "503", "20x");
            case "cs-method" -> Arbitraries.of("GET", "POST", "OPTIONS", "X!");
            case "cs-uri-stem" ->
                Arbitraries.strings()
                        .withChars("/ab%2541FZz?+.&é")
                        .ofMaxLength(40)
                        .map(s -> "/" + s);
            case "sc-bytes" -> Arbitraries.longs().greaterOrEqual(0).map(String::valueOf);
            case "c-ip" ->
                Arbitraries.of("192.0.2.1", "255.255.255.255", "0.0.0.0", "2001:db8::1", "1.2.3", "01.2.3.4");
            case "x-host-header", "cs(Host)" ->
                Arbitraries.of("www.a.de", "WWW.A.DE:80", "d1.cloudfront.net", "%5B::1%5D:8");
            case "cs-protocol" -> Arbitraries.of("http", "https", "ws", "wss", "grpcs", "w");
            case "x-edge-result-type" -> Arbitraries.of("Miss", "Hit", "RefreshHit", "Error", "Redirect", "Misses");
            case "x-edge-detailed-result-type" ->
                Arbitraries.of("Miss", "OriginShieldHit", "InvalidRequestHeader", "ClientGeoBlocked", "OriginDnsError");
            case "time-taken", "time-to-first-byte", "origin-fbl", "origin-lbl" ->
                Arbitraries.of("0.000", "0.0005", "12.345", "3", "1.23456", "x", "-1.0");
            default -> Arbitraries.strings().withChars("abc\"'\\#;, %20").ofMaxLength(60);
        };
        return Arbitraries.frequencyOf(
                Tuple.of(18, good), Tuple.of(1, Arbitraries.just("-")), Tuple.of(1, Arbitraries.just("")));
    }
}
