package dev.pathrank.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures and words behind what a row of the order opens to.
 *
 * @param points of the parts of the score, and last the score; null for what has no score
 * @param calls null where no call reached the origin
 * @param durations calls by duration; empty where none was timed
 * @param facts what a move means for it
 * @param hazards what may behave differently
 * @param columns cells of every column, in the order of {@link DetailSection#columnNames}
 */
record DetailData(
        @Nullable List<Double> points,
        @Nullable Calls calls,
        List<Long> durations,
        List<DetailView.Pair> facts,
        List<DetailView.Pair> hazards,
        List<String> columns) {
    /**
     * When it was called.
     *
     * @param week origin calls by hour of the week
     * @param firstDay days since 1970-01-01
     * @param byWeek whether {@code days} has a sum of each week, as there are too many days
     * @param days origin calls of each day, or week, from then on
     */
    record Calls(List<Long> week, long firstDay, boolean byWeek, List<Long> days) {}
}
