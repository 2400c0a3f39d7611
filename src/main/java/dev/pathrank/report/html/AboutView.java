package dev.pathrank.report.html;

import java.util.List;

/**
 * What the page is of.
 *
 * @param notices what the reader should know
 * @param limits what logs cannot tell
 * @param facts window, options, version, sources of figures
 * @param account what became of each object and row
 */
public record AboutView(List<String> notices, List<String> limits, List<DetailView.Pair> facts, PageTable account) {
    public AboutView {
        notices = List.copyOf(notices);
        limits = List.copyOf(limits);
        facts = List.copyOf(facts);
    }
}
