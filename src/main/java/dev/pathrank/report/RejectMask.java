package dev.pathrank.report;

import dev.pathrank.pattern.segment.MaskedPath;
import dev.pathrank.text.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A mask for what may identify a person in a rejected row: queries, cookies, referers, addresses.
 *
 * <p>The columns of such a row cannot be trusted, so a cell is not judged by its place alone: it stays only if its
 * column and its form are both harmless; everything else is masked.
 */
final class RejectMask {
    private static final String MASK = "<masked>";

    private static final Pattern HARMLESS = Pattern.compile(String.join(
            "|",
            "", // an empty cell
            "-",
            "[A-Za-z0-9]{1,3}", // a status, even a wrong one
            "\\d{1,12}(\\.\\d{1,6})?", // a number, a time in seconds; four parts would be an address
            "\\d{1,4}-\\d{1,2}-\\d{1,2}", // a date, even a wrong one
            "\\d{1,2}:\\d{1,2}:\\d{1,2}", // a time of day; an IPv6 address is longer or has two colons in a row
            "[A-Z]{3}\\d{1,3}(-[A-Z]\\d{1,3})?", // an edge location
            "[A-Z]{4,9}", // a method
            "Hit|RefreshHit|OriginShieldHit|Miss|MissGeneratedResponse|Error|Redirect|LimitExceeded|CapacityExceeded",
            "[A-Z][A-Za-z]{4,40}(Error|Exceeded|Invalid|Denied|Blocked|Response)", // a detailed result type
            "https?|wss?|grpcs|HTTP/[0-9.]{1,3}|TLSv[0-9.]{1,3}",
            "d[a-z0-9]{8,20}\\.cloudfront\\.net"));

    private RejectMask() {}

    /** @param personal whether its column may identify a person, so that only an empty cell stays */
    static String of(String cell, boolean personal) {
        if (personal) {
            return cell.isEmpty() || cell.equals("-") ? cell : MASK;
        }
        if (cell.startsWith("/")) {
            return path(cell);
        }
        return HARMLESS.matcher(cell).matches() ? cell : MASK;
    }

    private static String path(String cell) {
        int query = cell.indexOf('?');
        byte[] path = (query < 0 ? cell : cell.substring(0, query)).getBytes(StandardCharsets.UTF_8);
        return MaskedPath.of(ByteSlice.of(path)) + (query < 0 ? "" : "?" + MASK);
    }
}
