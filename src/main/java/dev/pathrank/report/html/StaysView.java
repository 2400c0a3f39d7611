package dev.pathrank.report.html;

import java.util.List;

/**
 * What does not move, by cause.
 *
 * @param causes those that any endpoint has
 */
public record StaysView(List<Cause> causes) {
    public StaysView {
        causes = List.copyOf(causes);
    }

    /**
     * A cause.
     *
     * @param title how many endpoints it holds back, and why
     * @param words what to do about it
     * @param table the endpoints
     * @param open whether its table is shown at once
     */
    public record Cause(String title, String words, PageTable table, boolean open) {}
}
