package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ExitCode;
import dev.pathrank.cli.message.Notice;
import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.cli.message.RunSummaryText;
import dev.pathrank.cli.options.CompareRequest;
import dev.pathrank.cli.options.ComparedPeriods;
import dev.pathrank.cli.output.Console;
import dev.pathrank.cli.output.Outputs;
import dev.pathrank.compare.Comparison;
import dev.pathrank.compare.RouteCheck;
import dev.pathrank.report.CompareReport;
import dev.pathrank.report.ComparisonSummaryJson;
import dev.pathrank.report.RunSummary;
import dev.pathrank.run.RunNotice;
import dev.pathrank.run.RunResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The end of a comparison: notices, the summary of each run, what crossed a threshold, and the exit code.
 *
 * @param runNotices of each run, from before the periods were compared
 */
record ComparisonEnd(
        CompareRequest options,
        PeriodRuns.Both both,
        Map<RunResult, List<RunNotice>> runNotices,
        Comparison comparison,
        boolean sameMeasure,
        List<RouteCheck.Disagreement> disagreements) {
    ComparisonEnd {
        runNotices = Map.copyOf(runNotices);
        disagreements = List.copyOf(disagreements);
    }

    int finish(Console console, Outputs outputs) throws IOException {
        outputs.writeSummary(writer -> ComparisonSummaryJson.write(
                figures(both.before()),
                figures(both.after()),
                comparison,
                options.report(),
                options.read().settings().words(),
                writer));
        outputs.writeRejects();
        options.read().settings().line().ifPresent(console.messages()::summary);
        print("before", both.before());
        print("after", both.after());
        options.read().notices().forEach(notice -> console.messages().notice(notice.text()));
        notices().forEach(notice -> console.messages().notice(notice.text()));
        console.messages().summary("verdicts: " + CompareReport.counts(comparison));
        boolean regression =
                options.failOnRegression() && !comparison.regressions().isEmpty();
        if (regression) {
            console.messages().errors(CompareReport.regressions(comparison, options.report()));
        }
        boolean complete = results().stream().allMatch(RunResult::isComplete);
        return (regression ? ExitCode.THRESHOLD : complete ? ExitCode.COMPLETE : ExitCode.INCOMPLETE).number();
    }

    private List<RunResult> results() {
        List<RunResult> all = new ArrayList<>(both.before().results());
        all.addAll(both.after().results());
        return all;
    }

    private static List<RunSummary> figures(PeriodRuns.Counted period) {
        return period.results().stream()
                .map(result ->
                        RunSummaryText.of(result, ReportOutcome.NONE, false).figures())
                .toList();
    }

    private void print(String period, PeriodRuns.Counted counted) {
        for (int run = 0; run < counted.results().size(); run++) {
            RunResult result = counted.results().get(run);
            // A part of the period that neither the state nor the logs have; the others tell of it.
            if (result.objects().listed() > 0 || !result.isEmpty() || counted.isEmpty()) {
                counted.consoles()
                        .get(run)
                        .printRun(period, result, runNotices.getOrDefault(result, List.of()), options.read());
            }
        }
    }

    private List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        if (both.sameHours() != null) {
            notices.add(new Notice.ComparedHours(both.sameHours()));
        }
        if (!both.besideState().isEmpty()) {
            notices.add(new Notice.ReadBesideState(both.besideState()));
        }
        if (options.periods() instanceof ComparedPeriods.ByServed) {
            notices.add(new Notice.ComparedSides());
        }
        if (!disagreements.isEmpty()) {
            notices.add(new Notice.RoutesDisagree(disagreements.stream()
                    .map(each -> String.format(
                            Locale.ROOT,
                            "%s counts for %s in %,d of %,d sampled calls",
                            each.route(),
                            each.pattern(),
                            each.requests(),
                            each.of()))
                    .toList()));
        }
        if (!sameMeasure) {
            notices.add(new Notice.DurationsNotJudged());
        }
        List<String> unknown = options.moved()
                .without(comparison.rows().stream()
                        .map(row -> row.counts().endpoint())
                        .toList());
        if (!unknown.isEmpty()) {
            notices.add(new Notice.MovedNotFound(unknown));
        }
        return notices;
    }
}
