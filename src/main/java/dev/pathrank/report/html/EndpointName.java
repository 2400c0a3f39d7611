package dev.pathrank.report.html;

/**
 * An endpoint as a page names it.
 *
 * @param method such as {@code GET}
 * @param path its pattern, with the host before it where hosts are kept apart; letters shown as letters
 */
public record EndpointName(String method, String path) {
    /** Returns both as one text. */
    public String text() {
        return method + " " + path;
    }
}
