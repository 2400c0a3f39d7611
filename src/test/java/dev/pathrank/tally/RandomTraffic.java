package dev.pathrank.tally;

import dev.pathrank.log.LogOptions;
import dev.pathrank.log.RejectReason;
import dev.pathrank.log.Row;
import dev.pathrank.log.RowHandler;
import dev.pathrank.log.reader.LogReader;
import dev.pathrank.text.ByteSlice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Log lines of generated traffic: a service with ids, slugs and files, several hosts and days, and a scanner that tries
 * everything.
 */
final class RandomTraffic {
    private static final String FIELDS = "#Fields: date time c-ip cs-method cs(Host) cs-uri-stem sc-status sc-bytes"
            + " x-edge-result-type x-host-header time-taken cs-uri-query cs-bytes\n";

    private static final String[] METHODS = {
        "GET", "GET", "GET", "GET", "POST", "PUT", "DELETE", "HEAD", "PURGE", "X-ODD"
    };
    private static final String[] RESOURCES = {
        "users", "orders", "getThings", "items", "tags", "Blog", "oauth2", "a", "reports"
    };
    private static final String[] WORDS = {
        "acme", "zebra", "lamp", "violin", "rocket", "mint", "delta", "omega", "paper"
    };

    private static final String[] QUERIES = {
        "-", "-", "a=1", "a=1&b=2", "a=1&a=2", "a=1;b=2", "f=%7Bx%7D", "f=%257Bx%257D"
    };

    private final SplittableRandom random;

    RandomTraffic(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Generates the given number of lines, without their header. */
    List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean junk = random.nextInt(4) == 0;
            int status = junk ? pick(404, 403, 0, 400, 200) : pick(200, 200, 200, 304, 404, 500, 401, 0, 302, 206);
            lines.add(line(junk ? junkPath() : spelled(path()), status));
        }
        return lines;
    }

    private String line(String path, int status) {
        return String.join(
                "\t",
                "2017-02-" + String.format(Locale.ROOT, "%02d", 1 + random.nextInt(3)),
                String.format(Locale.ROOT, "%02d:00:%02d", random.nextInt(2), random.nextInt(20)),
                "10.0." + random.nextInt(4) + "." + random.nextInt(256),
                METHODS[random.nextInt(METHODS.length)],
                "d1.cloudfront.net",
                path,
                String.format(Locale.ROOT, "%03d", status),
                String.valueOf(random.nextInt(20) == 0 ? 7_000_000 : random.nextInt(100_000)),
                new String[] {"Hit", "Miss", "RefreshHit", "Error"}[random.nextInt(4)],
                random.nextInt(8) == 0 ? "h" + random.nextInt(200) + ".example.com" : "api.example.com",
                String.format(
                        Locale.ROOT,
                        "%d.%03d",
                        random.nextInt(20) == 0 ? random.nextInt(random.nextInt(4) == 0 ? 1_000 : 60) : 0,
                        random.nextInt(1000)),
                QUERIES[random.nextInt(QUERIES.length)],
                String.valueOf(pick(23, 23, 23, 20_000, 1_100_001, 6_300_001)));
    }

    private String path() {
        String resource = RESOURCES[random.nextInt(RESOURCES.length)];
        return switch (random.nextInt(11)) {
            case 0 -> "/" + resource;
            case 1 -> "/" + resource + "/me";
            case 2 -> "/api/v1/" + resource + "/" + random.nextInt(50) + "/" + word() + "/" + random.nextInt(9);
            case 3 -> "/" + resource + "/" + new UUID(random.nextLong(), random.nextLong());
            case 4 -> "/wiki/" + word() + "-" + word() + "-" + word();
            case 5 -> "/static/app." + Long.toHexString(random.nextLong()) + ".js";
            case 6 -> "/u/" + word() + word() + "/" + resource + "/" + word() + "/edit/";
            case 7 -> "/mail/" + word() + "%2540example.com";
            case 8 -> "/" + resource + "/" + random.nextInt(500) + "%252F" + random.nextInt(3);
            case 9 -> "/" + resource + "/" + random.nextInt(500) + "/a/b/c/d/e/" + random.nextInt(3);
            default -> "/" + resource + "/" + random.nextInt(10_000);
        };
    }

    /** Sometimes with an additional slash, or a segment in another letter case. */
    private String spelled(String path) {
        return switch (random.nextInt(12)) {
            case 0 -> path + "/";
            case 1 -> "/" + path;
            case 2 -> path.replaceFirst("users", random.nextBoolean() ? "Users" : "USERS");
            case 3 -> path.replaceFirst("/a", "//A");
            default -> path;
        };
    }

    private String junkPath() {
        StringBuilder path = new StringBuilder();
        int segments = 1 + random.nextInt(3);
        for (int i = 0; i < segments; i++) {
            path.append('/').append(Long.toString(random.nextLong() & Long.MAX_VALUE, 26 + random.nextInt(10)));
        }
        if (random.nextInt(20) == 0) {
            path.append('/').append("x".repeat(3000));
        }
        return path.append(random.nextBoolean() ? ".php" : "").toString();
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)]
                + (random.nextInt(3) == 0 ? WORDS[random.nextInt(WORDS.length)] : "");
    }

    private int pick(int... of) {
        return of[random.nextInt(of.length)];
    }

    /** Counts lines. */
    static void add(Tally tally, List<String> lines) {
        add(tally, "", lines);
    }

    /** As {@link #add(Tally, List)}, from an object of standard logging (legacy). */
    static void addLegacy(Tally tally, List<String> lines) {
        add(tally, "#Version: 1.0\n", lines);
    }

    private static void add(Tally tally, String version, List<String> lines) {
        count(tally, version + FIELDS + String.join("\n", lines) + "\n");
    }

    /** Counts every row of a log, none of which may be rejected. */
    static void count(Tally tally, String log) {
        InputStream bytes = new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8));
        try {
            new LogReader(LogOptions.DEFAULT).read(bytes, new RowHandler() {
                @Override
                public void row(Row row, long line) {
                    try {
                        tally.add(row);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                @Override
                public void rejected(RejectReason reason, long line, ByteSlice text, Set<Integer> personal) {
                    throw new AssertionError(reason + " in line " + line);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
