package dev.pathrank.samples;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;

/**
 * Generator of {@code sample-logs/}: three weeks of a shop behind CloudFront that declares 100 routes and uses about
 * half of them. {@code docs/sample-logs.md} describes what they show.
 */
public final class SampleLogs {
    static final long SEED = 2024;
    static final String DISTRIBUTION = "E2EXAMPLE1ABCD";

    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 2, 1);
    private static final LocalDate FIRST_DAY_OF_33_COLUMNS = LocalDate.of(2017, 2, 19);
    private static final int DAYS = 21;
    private static final List<Integer> HOURS = List.of(9, 16, 20);
    private static final int ROWS_AN_OBJECT = 280;

    private static final Instant PUSH = Instant.parse("2017-02-12T16:00:00Z");
    private static final String PUSH_OBJECT = "a1b2c3d4";
    private static final String REQUEST_ID_END = "KQt8EwqPZ3vQx7nKc0sYbT5uWm2RfHj8LdGe4oXiMNEXAMPLE==";
    /** Calls in each second after the push message: phones answer at once, and soon no more. */
    private static final int[] PUSH_CALLS = {4, 31, 47, 38, 26, 17, 11, 8, 5, 3, 2};

    private final ShopTraffic traffic;
    private final List<Route> declared = Route.table("declared-routes.txt");
    private final List<String> scannerPaths = Route.lines("scanner-paths.txt").toList();
    private final Draw draw;
    private int rows;

    SampleLogs(long seed) {
        draw = new Draw(seed);
        List<Route> routes = new ArrayList<>(declared);
        routes.addAll(Route.table("undeclared-routes.txt"));
        traffic = new ShopTraffic(routes, Viewer.crowd(180, draw), new SampleValues(120, 4, FIRST_DAY));
    }

    /** Writes everything below the project's folder, which is the only argument. */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]);
        SampleLogs logs = new SampleLogs(SEED);
        logs.write(project.resolve("sample-logs"));
        Files.writeString(project.resolve("docs").resolve("sample-routes.txt"), routesFile(logs.declared));
    }

    /** The declared routes, one to a line. */
    static String routesFile(List<Route> declared) {
        return declared.stream()
                .map(route -> route.method() + " " + route.path() + "\n")
                .collect(Collectors.joining("", "# The routes that the service of sample-logs/ declares.\n", ""));
    }

    /** Writes the objects into a folder, replacing existing ones. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*.gz")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> object : objects().entrySet()) {
            LogObjects.write(folder.resolve(object.getKey()), Deflater.BEST_COMPRESSION, text -> {
                text.append(object.getValue());
                return false;
            });
        }
    }

    /** The objects' text by their names. */
    SortedMap<String, String> objects() {
        SortedMap<String, String> objects = new TreeMap<>();
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST_DAY.plusDays(day);
            SampleColumns format =
                    date.isBefore(FIRST_DAY_OF_33_COLUMNS) ? SampleColumns.COLUMNS_24 : SampleColumns.COLUMNS_33;
            for (int hour : HOURS) {
                Instant start = date.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
                boolean push = start.equals(PUSH);
                List<Exchange> exchanges = ordinary(start, rows(date, hour));
                if (day % 4 == 2 && hour == 20) {
                    exchanges.addAll(scan(start, day));
                }
                objects.put(name(start), text(format, exchanges));
                if (push) {
                    objects.put(LogObjects.name(DISTRIBUTION, start, PUSH_OBJECT), text(format, push()));
                }
            }
        }
        return objects;
    }

    private String name(Instant hour) {
        return LogObjects.name(DISTRIBUTION, hour, draw.letters("0123456789abcdef", 8));
    }

    /** Evenings are busy, Sundays are quiet. */
    private static int rows(LocalDate date, int hour) {
        int rows = hour == 20 ? ROWS_AN_OBJECT * 5 / 4 : ROWS_AN_OBJECT;
        return date.getDayOfWeek() == DayOfWeek.SUNDAY ? rows * 2 / 3 : rows;
    }

    private List<Exchange> ordinary(Instant start, int rows) {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            exchanges.add(traffic.next(start.getEpochSecond() + draw.below(3600), draw));
        }
        return exchanges;
    }

    /** A push message goes out, and the shop's app on many phones asks for its user at once. */
    private List<Exchange> push() {
        List<Exchange> exchanges = new ArrayList<>();
        for (int second = 0; second < PUSH_CALLS.length; second++) {
            for (int i = 0; i < PUSH_CALLS[second]; i++) {
                long at = PUSH.getEpochSecond() + second;
                exchanges.add(traffic.call(declared("GET", "/user/<id>"), at, draw));
                if (i % 3 == 0) {
                    exchanges.add(traffic.call(declared("GET", "/v1/banners"), at + 1, draw));
                }
            }
        }
        return exchanges;
    }

    private Route declared(String method, String path) {
        return declared.stream()
                .filter(route -> route.method().equals(method) && route.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** A scanner tries its list from top to bottom, a few paths per second. */
    private List<Exchange> scan(Instant start, int day) {
        List<Exchange> exchanges = new ArrayList<>();
        Viewer scanner = Viewer.scanner(day);
        long at = start.getEpochSecond() + draw.below(3000);
        for (String path : scannerPaths) {
            for (int i = 0; i < 4; i++) {
                SampleAnswer notFound = SampleAnswer.error(404, "Error", 5 + draw.below(20));
                at += draw.below(2);
                exchanges.add(traffic.answered(scanner, i == 3 ? "POST" : "GET", path, "", notFound, at, draw));
            }
        }
        return exchanges;
    }

    /** Each edge delivers its rows in order; an object with rows of several edges is therefore not in order. */
    private String text(SampleColumns format, List<Exchange> exchanges) {
        StringBuilder text = new StringBuilder(format.header());
        exchanges.stream()
                .sorted(Comparator.comparing(
                                (Exchange exchange) -> exchange.viewer().edge())
                        .thenComparingLong(Exchange::second))
                .forEach(exchange -> format.append(text, exchange.withRequestId(nextRequestId())));
        return text.toString();
    }

    /** A counter, because random IDs would be half of the compressed files. */
    private String nextRequestId() {
        rows++;
        return String.format(Locale.ROOT, "%05d", rows) + REQUEST_ID_END;
    }
}
