package dev.pathrank.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/**
 * Logs of a service with hundreds of endpoints, most of them quiet: three weeks with a push message every day at 16:00
 * and a job every night at 02:30. Some paths are long, and some have letters of other scripts.
 */
public final class WideService {
    private static final String FIELDS = "#Version: 1.0\n#Fields: date time c-ip cs-method cs(Host) cs-uri-stem"
            + " sc-status sc-bytes cs-bytes time-taken x-edge-result-type x-host-header sc-content-type\n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd\tHH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Instant MONDAY = Instant.parse("2026-10-05T00:00:00Z");
    private static final int DAYS = 21;
    private static final int DAY = 86_400;
    private static final int PUSH = 16 * 3600;
    private static final int PUSH_SECONDS = 20;
    private static final int PUSH_A_SECOND = 120;
    private static final int JOB = 2 * 3600 + 1800;
    private static final int JOB_CALLS = 90;
    private static final int SLOWEST_MS = 2500;
    private static final List<String> AREAS = List.of(
            "user",
            "order",
            "catalog",
            "cart",
            "invoice",
            "search",
            "customer-relationship-management",
            "report",
            "notification",
            "%ED%94%84%EB%A1%9C%ED%95%84",
            "inventory",
            "shipment",
            "v2/partner/integration/webhook");
    private static final List<String> THINGS = List.of(
            "items",
            "summary",
            "settings",
            "history",
            "preferences",
            "attachments",
            "comments",
            "status-changes",
            "recommendations-for-returning-visitors",
            "totals",
            "permissions",
            "gr%C3%B6%C3%9Fen");
    private static final List<String> METHODS = List.of("GET", "GET", "POST", "GET", "PUT", "GET", "DELETE");

    private final int endpoints;
    private final int callsADay;
    private final Draw draw;
    private final List<Integer> seconds = new ArrayList<>();
    private int day;
    private int next;

    /** @param callsADay besides those of the push message and the job */
    private WideService(int endpoints, int callsADay, long seed) {
        this.endpoints = endpoints;
        this.callsADay = callsADay;
        this.draw = new Draw(seed);
    }

    /**
     * Writes a gzipped log.
     *
     * @param endpoints how many there are, 2 or more
     */
    public static void write(Path file, int endpoints) throws IOException {
        WideService service = new WideService(endpoints, 4 * endpoints + 400, endpoints);
        LogObjects.write(file, Deflater.BEST_SPEED, service::add);
    }

    private boolean add(StringBuilder text) {
        if (day == 0 && next == 0) {
            text.append(FIELDS);
        }
        if (next == 0) {
            begin();
        }
        int second = seconds.get(next++);
        if (second == JOB) {
            for (int call = 0; call < JOB_CALLS; call++) {
                row(text, JOB + call, "POST", "/jobs/nightly-export/" + call, 4000 + draw.below(9000), 200);
            }
        } else if (second >= PUSH && second < PUSH + PUSH_SECONDS) {
            for (int call = 0; call < PUSH_A_SECOND; call++) {
                row(text, second, "GET", path(0), 150 + draw.below(200), 200);
            }
        } else {
            // The first calls name every endpoint once; later ones are mostly of the first.
            int endpoint = day == 0 && next <= endpoints ? next - 1 : draw.skewed(endpoints);
            int status = draw.percent(0.7) ? 503 : 200;
            row(text, second, METHODS.get(endpoint % METHODS.size()), path(endpoint), tookMs(endpoint), status);
        }
        if (next == seconds.size()) {
            next = 0;
            day++;
        }
        return day < DAYS;
    }

    /** Draws when the calls of a day come: more by day than by night. */
    private void begin() {
        seconds.clear();
        while (seconds.size() < callsADay) {
            int second = draw.below(DAY);
            double busy = 0.5 - 0.45 * Math.cos(2 * Math.PI * (second - 4 * 3600) / DAY);
            if (draw.fraction() < busy && second != JOB && (second < PUSH || second >= PUSH + PUSH_SECONDS)) {
                seconds.add(second);
            }
        }
        seconds.add(JOB);
        for (int second = PUSH; second < PUSH + PUSH_SECONDS; second++) {
            seconds.add(second);
        }
        seconds.sort(null);
    }

    private String path(int endpoint) {
        String area = AREAS.get(endpoint % AREAS.size());
        String thing = THINGS.get(endpoint / AREAS.size() % THINGS.size());
        int round = endpoint / AREAS.size() / THINGS.size();
        String path = "/" + area + "/" + thing + (round == 0 ? "" : "/page-" + (char) ('a' + round % 26));
        return endpoint % 3 == 0 ? path + "/" + (100_000 + draw.below(800_000)) : path;
    }

    private int tookMs(int endpoint) {
        int usual = 20 + endpoint * 37 % SLOWEST_MS;
        return usual / 2 + draw.below(usual);
    }

    private void row(StringBuilder text, int second, String method, String path, int ms, int status) {
        text.append(TIME.format(MONDAY.plusSeconds((long) day * DAY + second)));
        text.append("\t203.0.113.").append(draw.below(200)).append('\t').append(method);
        text.append("\td111111abcdef8.cloudfront.net\t")
                .append(path)
                .append('\t')
                .append(status);
        text.append('\t')
                .append(400 + draw.below(4000))
                .append("\t300\t")
                .append(ms / 1000)
                .append('.');
        text.append(Integer.toString(1000 + ms % 1000), 1, 4);
        text.append('\t').append(status == 200 ? "Miss" : "Error").append("\tapi.example.com\tapplication/json\n");
    }
}
