package dev.pathrank.report.html;

import dev.pathrank.report.html.chart.Svg;
import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the order opens to.
 *
 * @param score the parts of the score; null for what has none
 * @param week calls by hour of the week; null where no call reached the origin
 * @param days calls by day; null where no call reached the origin
 * @param durations calls by duration; null where none was timed
 * @param facts what a move means for it
 * @param hazards what may behave differently
 * @param columns every column of the tables
 */
public record DetailView(
        @Nullable Score score,
        @Nullable Content week,
        @Nullable Days days,
        @Nullable Content durations,
        List<Pair> facts,
        List<Pair> hazards,
        List<Pair> columns) {
    public DetailView {
        facts = List.copyOf(facts);
        hazards = List.copyOf(hazards);
        columns = List.copyOf(columns);
    }

    /**
     * The parts of a score.
     *
     * @param title the score
     * @param picture its parts side by side
     * @param parts name and points of each
     */
    public record Score(String title, Svg picture, List<Pair> parts) {
        public Score {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Calls by day.
     *
     * @param title what it shows
     * @param picture a bar a day
     * @param first the first day
     * @param last the last day
     * @param table the figures
     */
    public record Days(String title, Svg picture, String first, String last, Content table) {}

    /** A name and what it stands for. */
    public record Pair(String name, String words) {}
}
