package dev.pathrank.cli.command;

import dev.pathrank.cli.options.CompareRequest;
import dev.pathrank.compare.ComparedEndpoint;
import dev.pathrank.compare.Comparer;
import dev.pathrank.compare.Comparison;
import dev.pathrank.compare.RouteCheck;
import dev.pathrank.log.LogType;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.rank.RankOptions;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Ranking;
import dev.pathrank.rank.Window;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.run.RunResult;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.RowCounts;
import dev.pathrank.tally.TalliedPeriods;
import dev.pathrank.tally.Tally;
import dev.pathrank.tally.query.RouteSample;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two counted periods, compared.
 *
 * @param comparison everything that was compared
 * @param shown the rows of it that are printed
 * @param sameMeasure whether durations of both periods were measured in the same way
 * @param disagreements routes of the router that are not those of the endpoints
 */
record PeriodComparison(
        Comparison comparison,
        List<ComparedEndpoint> shown,
        boolean sameMeasure,
        List<RouteCheck.Disagreement> disagreements) {
    /**
     * Compares two periods, of which both tallies are used up.
     *
     * @throws IOException if what was spilled to disk cannot be read
     */
    static PeriodComparison of(PeriodRuns.Both both, CompareRequest options) throws IOException {
        boolean sameMeasure = sameMeasure(both);
        if (both.before().isEmpty() || both.after().isEmpty()) {
            return new PeriodComparison(new Comparison(List.of(), 1, 1), List.of(), sameMeasure, List.of());
        }
        RouteSample routes = new RouteSample();
        Stream.of(both.before(), both.after())
                .flatMap(period -> period.results().stream())
                .forEach(result -> routes.merge(result.routes()));
        Tally before = both.before().tally();
        Tally after = both.after().tally();
        long calls = before.calls() + after.calls();
        TalliedPeriods periods =
                TalliedPeriods.of(before, after, options.report().byHost());
        Map<TalliedPeriods.Pair, EndpointKind> kinds = kinds(periods.endpoints(), calls);
        Set<TalliedPeriods.Pair> judged = kinds.keySet().stream()
                .filter(pair -> kinds.get(pair) != EndpointKind.NOISE)
                .collect(Collectors.toSet());
        Comparison comparison = new Comparer(options.tolerances(), options.moved(), sameMeasure)
                .compare(periods, judged, both.before().seconds(), both.after().seconds());
        return new PeriodComparison(
                comparison,
                shown(comparison, kinds, options.report()),
                sameMeasure,
                RouteCheck.of(periods, routes.routes()));
    }

    private static Map<TalliedPeriods.Pair, EndpointKind> kinds(List<TalliedPeriods.Pair> pairs, long calls) {
        Map<EndpointStats, EndpointKind> kinds = Ranking.of(
                        pairs.stream().map(TalliedPeriods.Pair::both).toList(),
                        RankOptions.DEFAULT,
                        new Window(0, 0),
                        calls)
                .stream()
                .collect(Collectors.toMap(RankedEndpoint::stats, RankedEndpoint::kind));
        Map<TalliedPeriods.Pair, EndpointKind> byPair = new HashMap<>();
        pairs.forEach(pair -> byPair.put(pair, kinds.getOrDefault(pair.both(), EndpointKind.ENDPOINT)));
        return byPair;
    }

    private static List<ComparedEndpoint> shown(
            Comparison comparison, Map<TalliedPeriods.Pair, EndpointKind> kinds, ReportOptions report) {
        Integer top = report.top();
        return comparison.rows().stream()
                .filter(row -> report.only().contains(kinds.get(row.counts())))
                .limit(top == null ? Integer.MAX_VALUE : top)
                .toList();
    }

    /** Returns whether all runs had the same types of log, with the same evidence and sampling. */
    private static boolean sameMeasure(PeriodRuns.Both both) {
        return Stream.of(both.before(), both.after())
                        .map(period -> period.results().stream()
                                .filter(result -> !result.isEmpty())
                                .map(RunResult::reportedRows)
                                .map(rows -> rows.rowsByEvidence().keySet() + " " + types(rows))
                                .collect(Collectors.toSet()))
                        .distinct()
                        .count()
                == 1;
    }

    private static List<LogType> types(RowCounts rows) {
        return Stream.of(LogType.values())
                .filter(type -> rows.counted(type) > 0)
                .toList();
    }
}
