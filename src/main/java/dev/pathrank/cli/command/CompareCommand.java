package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ExitCode;
import dev.pathrank.cli.options.CompareArguments;
import dev.pathrank.cli.options.CompareOutputArguments;
import dev.pathrank.cli.options.CompareRequest;
import dev.pathrank.cli.options.ReadArguments;
import dev.pathrank.cli.output.Console;
import dev.pathrank.cli.output.Outputs;
import dev.pathrank.cli.output.Streams;
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
import dev.pathrank.report.CompareReport;
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
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code pathrank compare}: what changed after a move, and whether to roll back. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "pathrank compare [OPTION...] BEFORE AFTER",
            "       pathrank compare [OPTION...] --at TIME SOURCE..."
        },
        header = "Compare two periods: keep, watch or roll back each endpoint.",
        description = ReadArguments.SOURCES,
        footerHeading = "%nEXAMPLE%n",
        footer =
                "  pathrank compare s3://my-logs/cdn/ --at 2026-12-07T10:00:00Z --moved waves.txt --fail-on-regression")
public final class CompareCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private ReadArguments reading = new ReadArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nOUTPUT%n")
    private CompareOutputArguments output = new CompareOutputArguments();

    @ArgGroup(validate = false, exclusive = false, order = 5, heading = "%nCOMPARISON%n")
    private CompareArguments compare = new CompareArguments();

    /** Creates the command. */
    public CompareCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CompareRequest options = reading.checked(() -> output.request(reading, compare));
        Console console = new Console(streams, options.read().verbosity());
        if (options.read().dryRun()) {
            return DryRun.run(options.read().run(), options.report().format(), streams, console);
        }
        try (Outputs outputs = Outputs.open(options.read(), streams);
                PeriodRuns runs = new PeriodRuns(
                        options.read().run(),
                        streams.in(),
                        outputs.rejects(),
                        () -> new Console(streams, options.read().verbosity()))) {
            PeriodRuns.Both both = runs.count(options.periods());
            boolean empty = both.before().isEmpty() || both.after().isEmpty();
            if (empty && !options.read().allowEmpty()) {
                return finishEmpty(both, options, outputs);
            }
            boolean sameMeasure = sameMeasure(both);
            Answer answer = compare(both, options, sameMeasure);
            outputs.writeReport(
                    writer -> CompareReport.write(answer.shown(), answer.comparison(), options.report(), writer));
            ComparisonEnd end =
                    new ComparisonEnd(options, both, answer.comparison(), sameMeasure, answer.disagreements());
            return end.finish(console, outputs);
        }
    }

    private static int finishEmpty(PeriodRuns.Both both, CompareRequest options, Outputs outputs) throws IOException {
        PeriodRuns.Counted period = both.after().isEmpty() ? both.after() : both.before();
        period.consoles().get(0).finishEmpty(period.results().get(0), options.read(), outputs);
        return ExitCode.FAILED.number();
    }

    /** Everything that was compared, and the rows that are printed of it. */
    private record Answer(
            Comparison comparison, List<ComparedEndpoint> shown, List<RouteCheck.Disagreement> disagreements) {}

    private static Answer compare(PeriodRuns.Both both, CompareRequest options, boolean sameMeasure)
            throws IOException {
        if (both.before().isEmpty() || both.after().isEmpty()) {
            return new Answer(new Comparison(List.of(), 1, 1), List.of(), List.of());
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
        return new Answer(
                comparison, shown(comparison, kinds, options.report()), RouteCheck.of(periods, routes.routes()));
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
