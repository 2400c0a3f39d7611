package dev.pathrank.samples;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The columns of CloudFront's standard logs at two times, and how a row is written in them. */
enum SampleColumns {
    /** From September 2016 to the end of 2017. */
    COLUMNS_24,
    /** Since December 2019. */
    COLUMNS_33;

    /** The shop's domain at CloudFront. */
    static final String DOMAIN = "d2exampleshop1.cloudfront.net";
    /** The host that viewers ask for. */
    static final String HOST = "shop.example.com";

    private static final String FIELDS_24 =
            "date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status"
                    + " cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type "
                    + "x-edge-request-id x-host-header cs-protocol"
                    + " cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher "
                    + "x-edge-response-result-type cs-protocol-version";
    private static final String FIELDS_33 = FIELDS_24 + " fle-status fle-encrypted-fields c-port time-to-first-byte"
            + " x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start sc-range-end";
    private static final String ESCAPED = "<>\"#%{}|\\^~[]`'";
    private static final String HEX = "0123456789ABCDEF";
    private static final char TAB = '\t';

    /** The two lines at the head of every object. */
    String header() {
        return "#Version: 1.0\n#Fields: " + (this == COLUMNS_24 ? FIELDS_24 : FIELDS_33) + "\n";
    }

    /** Adds the row of one exchange, with its line end. */
    void append(StringBuilder row, Exchange exchange) {
        SampleAnswer outcome = exchange.outcome();
        Viewer viewer = exchange.viewer();
        instant(row, exchange.second());
        row.append(TAB).append(viewer.edge());
        row.append(TAB).append(outcome.sentBytes());
        row.append(TAB).append(viewer.ip());
        row.append(TAB).append(exchange.method());
        row.append(TAB).append(DOMAIN);
        escape(row.append(TAB), exchange.path());
        row.append(TAB).append(outcome.statusText());
        escape(row.append(TAB), orDash(exchange.referer()));
        escape(row.append(TAB), userAgent(viewer));
        escape(row.append(TAB), orDash(exchange.query()));
        row.append(TAB).append('-');
        row.append(TAB).append(outcome.resultType());
        row.append(TAB).append(exchange.requestId());
        row.append(TAB).append(HOST);
        row.append(TAB).append(exchange.plainHttp() ? "http" : "https");
        row.append(TAB)
                .append(180 + exchange.path().length() + viewer.userAgent().length());
        seconds(row.append(TAB), outcome.takenMs());
        row.append(TAB).append('-');
        row.append(exchange.plainHttp() ? "\t-\t-" : "\tTLSv1.2\tECDHE-RSA-AES128-GCM-SHA256");
        row.append(TAB).append(outcome.resultType());
        row.append(TAB).append(viewer.httpVersion());
        if (this == COLUMNS_33) {
            row.append("\t-\t-");
            row.append(TAB).append(1024 + (exchange.second() * 31 + viewer.ip().hashCode() & 0x7FFF));
            seconds(row.append(TAB), outcome.firstByteMs());
            row.append(TAB).append(outcome.detailedType());
            row.append(TAB).append(outcome.contentType());
            row.append(TAB);
            if (outcome.contentLength() > 0) {
                row.append(outcome.contentLength());
            } else {
                row.append('-');
            }
            row.append("\t-\t-");
        }
        row.append('\n');
    }

    /** Until 2019 the spaces of a user agent were escaped twice. */
    private String userAgent(Viewer viewer) {
        return this == COLUMNS_24 ? viewer.userAgent().replace(" ", "%20") : viewer.userAgent();
    }

    private static String orDash(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private static void instant(StringBuilder row, long second) {
        int ofDay = (int) (second % 86_400);
        row.append(LocalDate.ofEpochDay(second / 86_400)).append(TAB);
        twoDigits(row, ofDay / 3600).append(':');
        twoDigits(row, ofDay / 60 % 60).append(':');
        twoDigits(row, ofDay % 60);
    }

    private static StringBuilder twoDigits(StringBuilder row, int number) {
        return row.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static void seconds(StringBuilder row, int ms) {
        row.append(ms / 1000).append('.');
        row.append((char) ('0' + ms / 100 % 10));
        twoDigits(row, ms % 100);
    }

    /** CloudFront's escaping, one layer: what a client sent percent-encoded is thereby encoded twice. */
    static void escape(StringBuilder row, String value) {
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            if (c <= 32 || c >= 127 || ESCAPED.indexOf(c) >= 0) {
                row.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                row.append((char) c);
            }
        }
    }
}
