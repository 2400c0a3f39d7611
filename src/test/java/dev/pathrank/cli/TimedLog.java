package dev.pathrank.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A log of calls that reached the origin, with the columns that a plan uses. */
final class TimedLog {
    private static final String FIELDS =
            "#Fields: date time c-ip cs-method cs(Host) cs-uri-stem sc-status x-edge-result-type x-host-header"
                    + " sc-content-type cs-bytes time-taken";

    private final List<String> rows = new ArrayList<>();

    /** @param at date and time, with a tab between them */
    void call(String at, String method, String path, String contentType, long bytesIn, String seconds) {
        rows.add(String.join(
                "\t",
                at,
                "203.0.113.1",
                method,
                "d1.cloudfront.net",
                path,
                "200",
                "Miss",
                "api.example.com",
                contentType,
                Long.toString(bytesIn),
                seconds));
    }

    /** Brings the rows into the order of time. */
    TimedLog sorted() {
        Collections.sort(rows);
        return this;
    }

    Path to(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(FIELDS));
        lines.addAll(rows);
        return Files.write(file, lines);
    }
}
