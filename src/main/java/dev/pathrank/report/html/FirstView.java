package dev.pathrank.report.html;

import dev.pathrank.report.html.chart.Svg;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first screen: what to do, why, and what comes next.
 *
 * @param over what the report is of, in a line
 * @param lead begin of the sentence
 * @param first the endpoint that the sentence names; null for none
 * @param rest end of the sentence
 * @param briefs answers in a line each
 * @param figures five figures
 * @param charts what is easy, and how far each step goes
 */
public record FirstView(
        String over,
        String lead,
        @Nullable EndpointName first,
        String rest,
        List<Brief> briefs,
        List<Figure> figures,
        List<Chart> charts) {
    public FirstView {
        briefs = List.copyOf(briefs);
        figures = List.copyOf(figures);
        charts = List.copyOf(charts);
    }

    /**
     * An answer.
     *
     * @param question what it answers, in a word or two
     * @param section the anchor of the section that says more
     */
    public record Brief(String question, String answer, String section) {}

    /**
     * A figure with its words.
     *
     * @param value the figure
     * @param of what it is a part of; empty for none
     * @param words what it counts
     */
    public record Figure(String value, String of, String words) {}

    /**
     * A picture with its table.
     *
     * @param title above it
     * @param picture the picture
     * @param words below it; empty for none
     * @param table the figures of the picture
     */
    public record Chart(String title, Svg picture, String words, PageTable table) {}
}
