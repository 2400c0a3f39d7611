package dev.pathrank.log.text;

import dev.pathrank.log.Header;
import dev.pathrank.log.LogType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a log that does not name them.
 *
 * @param name its name in messages; empty where the user named the columns
 */
record FieldLayout(String name, LogType type, Header header) {
    private static final String STANDARD = "date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem"
            + " sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id"
            + " x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher"
            + " x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port"
            + " time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start"
            + " sc-range-end";

    /** The numbers of columns that legacy logs had over the years (reference: "How many columns, when"). */
    private static final int[] LEGACY_COLUMNS = {12, 15, 18, 19, 23, 24, 26, 33};

    private static final String V2_DEFAULT = STANDARD + " c-country cache-behavior-path-pattern";

    /** The documented order of real-time logs, without the columns that AWS added later. */
    private static final String REAL_TIME = "time-to-first-byte sc-status sc-bytes cs-method cs-protocol cs-host"
            + " cs-uri-stem cs-bytes x-edge-location x-edge-request-id x-host-header time-taken cs-protocol-version"
            + " c-ip-version cs-user-agent cs-referer cs-cookie cs-uri-query x-edge-response-result-type"
            + " x-forwarded-for ssl-protocol ssl-cipher x-edge-result-type fle-encrypted-fields fle-status"
            + " sc-content-type sc-content-len sc-range-start sc-range-end c-port x-edge-detailed-result-type"
            + " c-country cs-accept-encoding cs-accept cache-behavior-path-pattern cs-headers cs-header-names"
            + " cs-headers-count";

    private static final String PRIMARY = " primary-distribution-id primary-distribution-dns-name";
    private static final String ORIGIN = " origin-fbl origin-lbl asn";
    private static final String CMCD = " cmcd-encoded-bitrate cmcd-buffer-length cmcd-buffer-starvation"
            + " cmcd-content-id cmcd-object-duration cmcd-deadline cmcd-measured-throughput cmcd-next-object-request"
            + " cmcd-next-range-request cmcd-object-type cmcd-playback-rate cmcd-requested-maximum-throughput"
            + " cmcd-streaming-format cmcd-session-id cmcd-stream-type cmcd-startup cmcd-top-bitrate cmcd-version";
    private static final String MEDIA = " r-host sr-reason x-edge-mqcs";
    private static final String TENANT = " distribution-tenant-id connection-id";

    /** The columns that AWS added at the end of real-time logs, the oldest version first. */
    private static final List<String> REAL_TIME_ENDS = List.of(
            "",
            ORIGIN,
            ORIGIN + CMCD,
            ORIGIN + CMCD + MEDIA,
            PRIMARY + ORIGIN,
            PRIMARY + ORIGIN + CMCD,
            PRIMARY + ORIGIN + CMCD + MEDIA,
            PRIMARY + ORIGIN + CMCD + MEDIA + TENANT);

    /** All known layouts. */
    static final List<FieldLayout> KNOWN = known();

    /** Returns the layout of columns that the user named. */
    static FieldLayout named(List<String> names) {
        Header header = Header.named(names);
        return new FieldLayout("", typeOf(header), header);
    }

    /** Returns the type of a log; only real-time logs can be recognised by their columns. */
    static LogType typeOf(Header header) {
        return header.isRealTime() ? LogType.REAL_TIME : LogType.V2;
    }

    /** Returns this layout for rows that end with an empty cell behind the last column. */
    FieldLayout withEmptyCell() {
        return new FieldLayout(name, type, header.withEmptyColumn());
    }

    private static List<FieldLayout> known() {
        List<FieldLayout> known = new ArrayList<>();
        List<String> standard = names(STANDARD);
        for (int columns : LEGACY_COLUMNS) {
            known.add(new FieldLayout(
                    "standard log of " + columns + " columns",
                    LogType.LEGACY,
                    Header.named(standard.subList(0, columns))));
        }
        known.add(new FieldLayout("v2 log of the 35 default columns", LogType.V2, Header.named(names(V2_DEFAULT))));
        for (String end : REAL_TIME_ENDS) {
            known.add(realTime("timestamp c-ip " + REAL_TIME + end));
            known.add(realTime("timestamp c-ip s-ip " + REAL_TIME + end));
        }
        return List.copyOf(known);
    }

    private static FieldLayout realTime(String text) {
        List<String> names = names(text);
        String name = "real-time log of " + names.size() + " columns in the documented order";
        return new FieldLayout(name, LogType.REAL_TIME, Header.named(names));
    }

    private static List<String> names(String text) {
        return Arrays.asList(text.split(" "));
    }
}
