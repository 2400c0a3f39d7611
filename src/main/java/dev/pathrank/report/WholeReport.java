package dev.pathrank.report;

import dev.pathrank.compare.Comparison;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.load.LoadTimeline;
import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Weights;
import dev.pathrank.rank.Window;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a page or a workbook may show. Each part that a command does not have is null.
 *
 * @param about what the report is of
 * @param order the migration order
 * @param plan the waves
 * @param patterns how paths were folded, in any order
 * @param comparison two periods
 * @param options which rows are shown, and how
 */
public record WholeReport(
        About about,
        @Nullable OrderPart order,
        @Nullable PlanPart plan,
        @Nullable List<PatternRow> patterns,
        @Nullable Comparison comparison,
        ReportOptions options) {
    public WholeReport {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(options, "options");
    }

    /**
     * What a report is of.
     *
     * @param summary objects and rows
     * @param window the time of the counted rows
     * @param sources the SOURCE words
     * @param given the options that decide the content, as they were given
     * @param version of the program
     * @param declaredRoutes how many routes are declared; 0 where nobody gave any
     * @param notices what the reader should know
     */
    public record About(
            RunSummary summary,
            Window window,
            List<String> sources,
            List<String> given,
            String version,
            long declaredRoutes,
            List<String> notices) {
        public About {
            sources = List.copyOf(sources);
            given = List.copyOf(given);
            notices = List.copyOf(notices);
        }
    }

    /**
     * The migration order.
     *
     * @param rows every endpoint, in its order
     * @param weights of the parts of the score
     * @param ranges of each candidate's rank; null where they were not computed
     * @param profiles when each endpoint was called
     */
    public record OrderPart(
            List<RankedEndpoint> rows,
            Weights weights,
            @Nullable Map<RankedEndpoint, RankRange> ranges,
            CallProfiles profiles) {
        public OrderPart {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The waves.
     *
     * @param timeline the load that each wave leads to
     */
    public record PlanPart(Plan plan, LoadTimeline timeline) {}
}
