package dev.pathrank.cli;

import dev.pathrank.source.Gzip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A small log of the 24 columns of 2017, written row by row. */
final class TestLog {
    private static final String HEADER = "#Version: 1.0\n"
            + "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer)"
            + " cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol"
            + " cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type"
            + " cs-protocol-version\n";

    private final StringBuilder text = new StringBuilder(HEADER);
    private String host = "www.example.com";

    /** Rows that follow are of this host. */
    TestLog host(String name) {
        host = name;
        return this;
    }

    /** {@code count} equal rows of a day's 16th hour, a second apart. */
    TestLog rows(int count, String method, String path, int status) {
        for (int row = 0; row < count; row++) {
            row(
                    String.format(Locale.ROOT, "2017-02-12\t16:%02d:%02d", row / 60, row % 60),
                    method,
                    path,
                    Integer.toString(status));
        }
        return this;
    }

    /** One row, whose cells may be invalid. */
    TestLog row(String dateAndTime, String method, String path, String status) {
        return raw(String.join(
                "\t",
                dateAndTime,
                "FRA2",
                "1045",
                "192.0.2.10",
                method,
                "d111111abcdef8.cloudfront.net",
                path,
                status,
                "http://www.example.com/secret-referer",
                "curl/7.53.0",
                "token=secret-query",
                "session=secret-cookie",
                "Miss",
                "xGN7KWpVEmB9Dp7ctcVFQC4E==",
                host,
                "https",
                "23",
                "0.100",
                "-",
                "TLSv1.2",
                "ECDHE-RSA-AES128-GCM-SHA256",
                "Miss",
                "HTTP/1.1"));
    }

    /** Changes a cell of the last row. */
    TestLog with(String cell, String by) {
        int row = text.lastIndexOf("\n", text.length() - 2) + 1;
        int at = text.indexOf("\t" + cell + "\t", row) + 1;
        if (at == 0) {
            throw new IllegalArgumentException("the last row has no cell " + cell);
        }
        text.replace(at, at + cell.length(), by);
        return this;
    }

    TestLog raw(String line) {
        text.append(line).append('\n');
        return this;
    }

    byte[] plain() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] gzip() {
        return Gzip.of(plain());
    }

    /** Writes the log, gzipped, and returns its path. */
    Path to(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, gzip());
    }
}
