package dev.pathrank.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;

/**
 * The log of {@code docs/story/}: an API behind CloudFront on 12 February 2017, three minutes around a push
 * notification at 16:00. {@code /user/<id>} is the fourth most called endpoint; the cache answers nearly all calls of
 * the first three.
 */
public final class StoryLog {
    private static final String FIELDS = "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method"
            + " cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type"
            + " x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher"
            + " x-edge-response-result-type cs-protocol-version\n";

    private static final int MINUTE = 60;
    private static final int BEGIN = 15 * 3600 + 59 * 60;
    private static final int PUSH = 16 * 3600;
    private static final int PUSH_END = PUSH + MINUTE;
    private static final int END = PUSH_END + MINUTE;

    private static final int STEADY_A_MINUTE = 5_000;
    private static final int PUSH_A_MINUTE = 10_200;
    private static final int FIRST_SECONDS = 3;
    private static final int FIRST_SECONDS_CALLS = 3_600;
    /** One viewer makes all calls of a second, so that rows repeat and pack well. */
    private static final int VIEWERS = 10;

    private int second = BEGIN;

    /** Writes the log, gzipped, to {@code docs/story/story.gz} in the project's folder, which is the only argument. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]).resolve("docs").resolve("story"));
        LogObjects.write(folder.resolve("story.gz"), Deflater.BEST_COMPRESSION, new StoryLog()::addSecond);
    }

    /** The whole log as text. */
    static String text() {
        StringBuilder text = new StringBuilder();
        StoryLog log = new StoryLog();
        while (log.addSecond(text)) {
            // Each call adds a second of traffic.
        }
        return text.toString();
    }

    /** Adds the rows of the next second, with the header before the first; returns false after the last. */
    private boolean addSecond(StringBuilder text) {
        if (second == BEGIN) {
            text.append(FIELDS);
        }
        add(text, userCalls(), "GET", "/user/", 200, "Miss", "1.800");
        addMostlyCached(text, "/v1/banners", 130);
        addMostlyCached(text, "/v1/products", 126);
        addMostlyCached(text, "/", 124);
        add(text, notificationCalls(), "GET", "/v1/notifications/", 200, "Miss", "1.500");
        if (second % 6 == 0) {
            add(text, 1, "POST", "/order", 201, "Miss", "0.350");
        }
        return ++second < END;
    }

    private int userCalls() {
        int since = second - PUSH;
        if (since < 0 || second >= PUSH_END) {
            return spread(STEADY_A_MINUTE, MINUTE, second % MINUTE);
        }
        if (since < FIRST_SECONDS) {
            return FIRST_SECONDS_CALLS / FIRST_SECONDS;
        }
        return spread(PUSH_A_MINUTE - FIRST_SECONDS_CALLS, MINUTE - FIRST_SECONDS, since - FIRST_SECONDS);
    }

    /** People who open the app after the push also ask for what is new. */
    private int notificationCalls() {
        return second >= PUSH && second < PUSH + FIRST_SECONDS ? 600 : second % 2;
    }

    /** Returns the calls that fall on second {@code i} of {@code seconds}, as even as whole calls allow. */
    private static int spread(int calls, int seconds, int i) {
        return (int) ((long) calls * (i + 1) / seconds - (long) calls * i / seconds);
    }

    private void addMostlyCached(StringBuilder text, String path, int calls) {
        add(text, calls - 1, "GET", path, 200, "Hit", "0.002");
        add(text, 1, "GET", path, 200, "Miss", "0.050");
    }

    /** Adds equal calls; a path that ends in a slash gets an id after it. */
    private void add(
            StringBuilder text, int calls, String method, String path, int status, String result, String seconds) {
        boolean withId = path.length() > 1 && path.endsWith("/");
        for (int call = 0; call < calls; call++) {
            int viewer = second % VIEWERS;
            text.append("2017-02-12\t");
            addTime(text);
            text.append("\tICN50\t1045\t192.0.2.").append(viewer).append('\t').append(method);
            text.append("\td111111abcdef8.cloudfront.net\t").append(path).append(withId ? "100" + viewer : "");
            text.append('\t').append(status).append("\t-\t-\t-\t-\t").append(result);
            text.append("\t-\tapi.example.com\thttps\t123\t").append(seconds);
            text.append("\t-\t-\t-\t").append(result).append("\tHTTP/1.1\n");
        }
    }

    private void addTime(StringBuilder text) {
        addTwoDigits(text, second / 3600);
        addTwoDigits(text.append(':'), second / 60 % 60);
        addTwoDigits(text.append(':'), second % 60);
    }

    private static void addTwoDigits(StringBuilder text, int number) {
        text.append(number / 10).append(number % 10);
    }
}
