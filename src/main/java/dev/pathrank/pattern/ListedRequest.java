package dev.pathrank.pattern;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a list of requests: {@code METHOD<TAB>PATH[<TAB>STATUS]}.
 *
 * @param target method, tab and path as in the line, a character for each byte
 * @param status of the answer; 200 where the line has none
 */
record ListedRequest(String target, int status) {
    private static final Pattern LINE = Pattern.compile("([^\t]+\t[^\t]+)(?:\t(?:(\\d{3})|-?))?");
    private static final int ANSWERED = 200;

    /** Parses a line without its end; empty where it holds no request. */
    static Optional<ListedRequest> of(String line) {
        Matcher cells = LINE.matcher(line);
        if (!cells.matches()) {
            return Optional.empty();
        }
        String status = cells.group(2);
        return Optional.of(new ListedRequest(cells.group(1), status == null ? ANSWERED : Integer.parseInt(status)));
    }

    /** Returns method, tab and path as bytes. */
    byte[] bytes() {
        return target.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the path exists, by the status. */
    boolean isAnswered() {
        return HttpStatus.isAnswer(status);
    }
}
