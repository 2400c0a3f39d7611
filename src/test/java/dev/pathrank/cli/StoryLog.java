package dev.pathrank.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Traffic like that of the story which this project comes from: an API behind CloudFront on 12 February 2017, eleven
 * minutes around the push notification of 16:00. {@code /user/<id>} is the fourth most called; the three above it
 * come from the cache nearly always.
 */
final class StoryLog {
    private static final int BEGIN = 15 * 3600 + 55 * 60;
    private static final int PUSH = 16 * 3600;
    private static final int PUSH_END = PUSH + 5 * 60;
    private static final int END = PUSH_END + 60;
    private static final int MINUTE = 60;

    private static final int STEADY_A_MINUTE = 5_000;
    private static final int PUSH_A_MINUTE = 10_200;
    private static final int FIRST_SECONDS = 3;
    private static final int FIRST_SECONDS_CALLS = 3_600;

    private final Writer out;
    private long number;

    private StoryLog(Writer out) {
        this.out = out;
    }

    /** Writes the log, gzipped. */
    static Path to(Path file) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                Writer out = new BufferedWriter(
                        new OutputStreamWriter(new GZIPOutputStream(bytes, 1 << 16), StandardCharsets.UTF_8),
                        1 << 16)) {
            new StoryLog(out).write();
        }
        return file;
    }

    private void write() throws IOException {
        out.write(
                "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status"
                        + " cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header"
                        + " cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type"
                        + " cs-protocol-version\n");
        for (int second = BEGIN; second < END; second++) {
            user(second);
            mostlyCached("/v1/banners", second, 130);
            mostlyCached("/v1/products", second, 126);
            mostlyCached("/", second, 124);
            notifications(second);
            if (second % 6 == 0) {
                rows(second, 1, "POST", "/order", 201, "Miss", "0.350");
            }
        }
    }

    /** 84 calls in 20 of 60 seconds and 83 in the others make 5,000 a minute. */
    private void user(int second) throws IOException {
        boolean push = second >= PUSH && second < PUSH_END;
        rows(
                second,
                push ? pushed(second) : spread(STEADY_A_MINUTE, MINUTE, second % MINUTE),
                "GET",
                "/user/",
                200,
                "Miss",
                "1.800");
    }

    private static int pushed(int second) {
        int since = second - PUSH;
        if (since < FIRST_SECONDS) {
            return FIRST_SECONDS_CALLS / FIRST_SECONDS;
        }
        return since < MINUTE
                ? spread(PUSH_A_MINUTE - FIRST_SECONDS_CALLS, MINUTE - FIRST_SECONDS, since - FIRST_SECONDS)
                : spread(PUSH_A_MINUTE, MINUTE, since % MINUTE);
    }

    /** The share of the calls that falls on the i-th of so many seconds, as evenly as whole calls allow. */
    private static int spread(int calls, int seconds, int i) {
        return (int) ((long) calls * (i + 1) / seconds - (long) calls * i / seconds);
    }

    private void mostlyCached(String path, int second, int calls) throws IOException {
        rows(second, calls - 1, "GET", path, 200, "Hit", "0.002");
        rows(second, 1, "GET", path, 200, "Miss", "0.050");
    }

    /** Whoever opens the app after the push asks for what is new. */
    private void notifications(int second) throws IOException {
        int calls = second >= PUSH && second < PUSH + FIRST_SECONDS ? 600 : second % 2;
        rows(second, calls, "GET", "/v1/notifications/", 200, "Miss", "1.500");
    }

    private void rows(int second, int calls, String method, String path, int status, String result, String seconds)
            throws IOException {
        String time = String.format("%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
        for (int call = 0; call < calls; call++) {
            number++;
            boolean variable = path.length() > 1 && path.endsWith("/");
            out.write("2017-02-12\t" + time + "\tICN50\t1045\t192.0.2." + number % 200 + "\t" + method
                    + "\td111111abcdef8.cloudfront.net\t" + path + (variable ? 1000 + number % 9000 : "") + "\t"
                    + status
                    + "\t-\tapp/3.1\t-\t-\t" + result + "\tid==\tapi.example.com\thttps\t123\t" + seconds
                    + "\t-\tTLSv1.2\tECDHE-RSA-AES128-GCM-SHA256\t" + result + "\tHTTP/1.1\n");
        }
    }
}
