package dev.pathrank.report.html;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole page; parts that the report does not have are null.
 *
 * @param head title, policy, style and script
 * @param first the first screen
 * @param order the order
 * @param plan waves and limits
 * @param stays what does not move
 * @param patterns how paths were folded
 * @param after what changed after the move
 * @param about what the page is of
 */
public record PageView(
        Head head,
        FirstView first,
        @Nullable OrderView order,
        @Nullable PlanView plan,
        @Nullable StaysView stays,
        PlanView.@Nullable Part patterns,
        PlanView.@Nullable Part after,
        AboutView about) {
    /**
     * What the page is made with.
     *
     * @param title of the page
     * @param policy the Content-Security-Policy
     * @param style the style sheet
     * @param script the script
     */
    public record Head(String title, String policy, Content style, Content script) {}

    /** A link to a section of this page. */
    public record Link(String anchor, String words) {}

    /** Returns a link to each section that the page has. */
    public List<Link> links() {
        return List.of(
                        link(order, "order", "Order"),
                        link(plan, "waves", "Waves and limits"),
                        link(stays, "stays", "What stays"),
                        link(patterns, "patterns", "Patterns"),
                        link(after, "after", "After the move"),
                        link(about, "about", "About this page"))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Link> link(@Nullable Object section, String anchor, String words) {
        return section == null ? List.of() : List.of(new Link(anchor, words));
    }
}
