package dev.pathrank.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.Deflater;

/**
 * Generator of the logs of a service around a move: the day after it and the same day a week before. From the move on,
 * {@code POST /orders} fails in the burst at 16:00, {@code GET /search/<term>} takes three times as long, and
 * {@code GET /user/<id>} half as long; {@code GET /export} has twelve calls a day; all else is as it was.
 */
public final class MovedLogs {
    /** The moment of the move. */
    public static final Instant MOVE = Instant.parse("2017-02-13T10:00:00Z");

    private static final String DISTRIBUTION = "E5MOVEDABCDEFG";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int BURST_AT = (int) Duration.ofHours(6).toSeconds();
    private static final int BURST_SECONDS = 150;
    private static final int BURST_CALLS = 600;
    private static final String HEADER =
            "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host)"
                    + " cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type"
                    + " x-edge-request-id x-host-header cs-protocol cs-bytes time-taken\n";

    private MovedLogs() {}

    /**
     * Arguments: the folder, the seed, {@code moved} or {@code quiet} (a move that changes nothing), and by how much
     * the traffic is divided.
     */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), objects(Long.parseLong(args[1]), args[2].equals("moved"), Integer.parseInt(args[3])));
    }

    /**
     * Returns the text of each log object by its name.
     *
     * @param moved whether the move changes anything
     * @param divisor by how much the traffic is divided, 1 for 24,000 calls a day
     */
    public static SortedMap<String, String> objects(long seed, boolean moved, int divisor) {
        SortedMap<String, String> objects = new TreeMap<>();
        Instant[] days = {MOVE.minus(WEEK), MOVE};
        for (int day = 0; day < days.length; day++) {
            Draw draw = Draw.of(seed, day);
            List<String> rows = rows(days[day], moved && day == 1, divisor, draw);
            Collections.sort(rows);
            String name = LogObjects.name(DISTRIBUTION, days[day], draw.letters("0123456789abcdef", 8));
            objects.put(name, HEADER + String.join("", rows));
        }
        return objects;
    }

    /** Writes log objects into a folder. */
    public static void write(Path folder, SortedMap<String, String> objects) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> object : objects.entrySet()) {
            LogObjects.write(folder.resolve(object.getKey()), Deflater.BEST_COMPRESSION, text -> {
                text.append(object.getValue());
                return false;
            });
        }
    }

    private static List<String> rows(Instant begin, boolean moved, int divisor, Draw draw) {
        Day day = new Day(new ArrayList<>(), begin, divisor, draw);
        day.calls(6000, "GET", () -> "/user/" + draw.below(90_000), 2, moved ? 0.02 : 0.04, 0.5);
        day.calls(3000, "POST", () -> "/orders", 3, 0.12, 0.5);
        for (int call = 0; call < BURST_CALLS / divisor; call++) {
            Instant at = begin.plusSeconds(BURST_AT + draw.below(BURST_SECONDS));
            boolean fails = moved && draw.percent(45);
            day.rows.add(row(at, "POST", "/orders", fails ? "503" : "201", draw.logNormal(fails ? 0.01 : 0.2, 0.5)));
        }
        day.calls(3000, "GET", () -> "/search/" + draw.letters("abcdefghijklmnop", 6), 1, moved ? 0.45 : 0.15, 0.6);
        day.calls(5000, "GET", () -> "/catalog/" + draw.below(4000), 4, 0.06, 0.5);
        day.calls(2000, "POST", () -> "/login", 8, 0.1, 0.4);
        day.calls(4000, "GET", () -> "/cart/" + draw.letters("0123456789abcdef", 24), 1, 0.05, 0.5);
        for (int call = 0; call < 12; call++) {
            day.rows.add(row(day.anyTime(), "GET", "/export", "200", draw.logNormal(2, 0.4)));
        }
        return day.rows;
    }

    /** The rows of a day, in no order. */
    private record Day(List<String> rows, Instant begin, int divisor, Draw draw) {
        Instant anyTime() {
            return begin.plusSeconds(draw.below((int) DAY.toSeconds()));
        }

        /**
         * Adds calls, of which one in a thousand fails.
         *
         * @param count calls of the traffic before it is divided
         * @param errors4xx how many of a hundred calls are refused
         * @param seconds median of their log-normal durations
         */
        void calls(int count, String method, Supplier<String> path, int errors4xx, double seconds, double deviation) {
            for (int call = 0; call < count / divisor; call++) {
                rows.add(row(anyTime(), method, path.get(), status(errors4xx), draw.logNormal(seconds, deviation)));
            }
        }

        private String status(int errors4xx) {
            if (draw.below(1000) < 1) {
                return "500";
            }
            return draw.percent(errors4xx) ? "404" : "200";
        }
    }

    private static String row(Instant at, String method, String path, String status, double seconds) {
        return String.format(
                Locale.ROOT,
                "%s\tFRA2\t800\t192.0.2.%d\t%s\td1.cloudfront.net\t%s\t%s\t-\tcurl/7.53.0\t-\t-\t%s\t-\t"
                        + "api.example.com\thttps\t120\t%.3f\n",
                at.toString().replace('T', '\t').replace("Z", ""),
                1 + path.length(),
                method,
                path,
                status,
                status.charAt(0) == '5' ? "Error" : "Miss",
                seconds);
    }
}
