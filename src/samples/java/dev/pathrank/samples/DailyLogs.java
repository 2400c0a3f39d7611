package dev.pathrank.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/**
 * Generator of daily logs of a service with a given number of endpoints, one object per hour, as a nightly run reads
 * them.
 */
public final class DailyLogs {
    private static final String DISTRIBUTION = "E4NIGHTLYABCDE";
    private static final Instant START = Instant.parse("2017-02-01T00:00:00Z");
    private static final int HOURS = 24;
    private static final String HEADER =
            "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host)"
                    + " cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type"
                    + " x-edge-request-id x-host-header cs-protocol cs-bytes time-taken\n";
    private static final List<String> RESULTS = List.of("Miss", "Miss", "Miss", "RefreshHit", "Hit");

    private final List<String> endpoints = new ArrayList<>();
    private final int rowsPerDay;
    private final long seed;

    private DailyLogs(int endpoints, int rowsPerDay, long seed) {
        this.rowsPerDay = rowsPerDay;
        this.seed = seed;
        Draw words = Draw.of(seed, -1);
        for (int i = 0; i < endpoints; i++) {
            String path = "/" + area(i / 20) + "/" + word(words) + word(words);
            this.endpoints.add(i % 2 == 0 ? path : path + "/#");
        }
    }

    /** Arguments: the folder, the first day and the day after the last (from 0), endpoints, rows a day, the seed. */
    public static void main(String[] args) throws IOException {
        DailyLogs logs = new DailyLogs(Integer.parseInt(args[3]), Integer.parseInt(args[4]), Long.parseLong(args[5]));
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (int day = Integer.parseInt(args[1]); day < Integer.parseInt(args[2]); day++) {
            for (int hour = 0; hour < HOURS; hour++) {
                logs.write(folder, HOURS * day + hour);
            }
        }
    }

    private static String area(int number) {
        Draw letters = Draw.of(77, number);
        return word(letters) + word(letters);
    }

    private static String word(Draw draw) {
        return draw.letters("bcdfglmnprst", 1)
                + draw.letters("aeiou", 1)
                + draw.letters("bdglmnrst", 1)
                + draw.letters("aeiou", 1);
    }

    private void write(Path folder, int number) throws IOException {
        Draw draw = Draw.of(seed, number);
        Instant hour = START.plusSeconds(3600L * number);
        Path file = folder.resolve(LogObjects.name(DISTRIBUTION, hour, draw.letters("0123456789abcdef", 8)));
        int rows = rowsPerDay / HOURS;
        int[] next = {0};
        LogObjects.write(file, Deflater.DEFAULT_COMPRESSION, text -> {
            if (next[0] == 0) {
                text.append(HEADER);
            }
            text.append(row(hour.plusSeconds(3600L * next[0] / rows), draw));
            return ++next[0] < rows;
        });
    }

    private String row(Instant second, Draw draw) {
        int endpoint = draw.skewed(endpoints.size());
        String path = endpoints.get(endpoint).replace("#", String.valueOf(draw.skewed(100_000)));
        int viewer = draw.skewed(200_000);
        return String.format(
                Locale.ROOT,
                "%s\tFRA2\t%d\t10.%d.%d.%d\t%s\td1.cloudfront.net\t%s\t%s\t-\tcurl/7.53."
                        + "0\t-\t-\t%s\t-\tapi.example.com\thttps\t120\t%.3f%n",
                second.toString().replace('T', '\t').replace("Z", ""),
                300 + draw.below(5000),
                viewer >> 16,
                viewer >> 8 & 255,
                viewer & 255,
                endpoint % 7 == 0 ? "POST" : "GET",
                path,
                draw.percent(2) ? "404" : draw.percent(1) ? "500" : "200",
                draw.pick(RESULTS),
                draw.logNormal(0.08, 0.6));
    }
}
