package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.cli.message.Verbosity;
import dev.pathrank.cli.options.CompareArguments;
import dev.pathrank.cli.options.CompareRequest;
import dev.pathrank.cli.options.PlanArguments;
import dev.pathrank.cli.options.PlanRequest;
import dev.pathrank.cli.options.ReadArguments;
import dev.pathrank.cli.options.ReportRequest;
import dev.pathrank.cli.options.WholeReportArguments;
import dev.pathrank.cli.output.Console;
import dev.pathrank.cli.output.StepSummary;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.compare.Comparison;
import dev.pathrank.plan.Plan;
import dev.pathrank.report.CallProfiles;
import dev.pathrank.report.CompareReport;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.plan.ExceededQuotas;
import dev.pathrank.report.plan.PlanBrief;
import dev.pathrank.run.RejectLog;
import dev.pathrank.tally.Tally;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code pathrank report}: the whole answer as one page or one workbook. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "pathrank report [OPTION...] SOURCE... -o FILE.html|FILE.xlsx",
        header = "Write the whole answer as one HTML page or one workbook, for people.",
        description = ReadArguments.SOURCES,
        footerHeading = "%nEXAMPLE%n",
        footer = "  pathrank report s3://my-logs/cdn/ --start 2026-12-07 -o report.html")
public final class ReportCommand implements Callable<Integer>, CheckedCommand {
    private final Streams streams;

    @Mixin
    private ReadArguments reading = new ReadArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nOUTPUT%n")
    private WholeReportArguments output = new WholeReportArguments();

    @ArgGroup(validate = false, exclusive = false, order = 5, heading = "%nPLAN%n")
    private PlanArguments plan = new PlanArguments();

    @ArgGroup(validate = false, exclusive = false, order = 5, heading = "%nCOMPARISON%n")
    private CompareArguments compare = new CompareArguments();

    /** Creates the command. */
    public ReportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public ReportRequest request() {
        return reading.checked(() -> output.request(reading, plan, compare));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ReportRequest options = request();
        PlanRequest asked = options.plan();
        return LogReport.run(asked.read(), asked.report().format(), streams, (result, outputs) -> {
            Comparison comparison = compared(options.comparison());
            Tally.Explained all = result.explained(asked.report().byHost());
            EndpointRanking ranking = EndpointRanking.of(result, asked.rank(), asked.declared(), all.endpoints());
            CallProfiles profiles = CallProfiles.begin(
                    ranking.endpoints(), asked.read().window().zone());
            WholeReport.PlanPart planned = PlanCommand.timed(ranking, asked, reading, profiles);
            ReportOutcome outcome = ranking.outcome()
                    .withLongCalls(ranking.longCalls())
                    .with(crossings(planned.plan(), comparison, options), PlanCommand.notices(planned.plan()));
            WholeReport report = new WholeReport(
                    Documents.about(
                            result, asked.read(), outcome, asked.declared().count()),
                    ranking.part(asked.rank(), planned.plan().ranges(), profiles),
                    planned,
                    PatternTable.of(all.patterns(), asked.read().folding()).rows(),
                    comparison,
                    asked.report());
            Documents.write(report, outputs);
            addStepSummary(options.stepSummary(), planned.plan(), asked.report());
            return outcome;
        });
    }

    private @Nullable Comparison compared(@Nullable CompareRequest options) throws IOException, InterruptedException {
        if (options == null) {
            return null;
        }
        try (PeriodRuns runs = new PeriodRuns(
                options.read().run(), streams.in(), RejectLog.NONE, () -> new Console(streams, Verbosity.QUIET))) {
            PeriodRuns.Both both = runs.count(options.periods());
            if (both.before().isEmpty() || both.after().isEmpty()) {
                throw new IOException("no row is counted "
                        + (both.after().isEmpty() ? "after" : "before")
                        + " --at, so there is nothing to compare; choose another moment, or leave --at out");
            }
            return PeriodComparison.of(both, options).comparison();
        }
    }

    private static List<String> crossings(Plan plan, @Nullable Comparison comparison, ReportRequest options) {
        List<String> crossings = new ArrayList<>();
        if (comparison != null
                && options.comparison() != null
                && options.comparison().failOnRegression()) {
            crossings.addAll(
                    CompareReport.regressions(comparison, options.plan().report()));
        }
        if (options.plan().failOnBreach()) {
            crossings.addAll(ExceededQuotas.of(plan, options.plan().report()));
        }
        return crossings;
    }

    private static void addStepSummary(@Nullable Path file, Plan plan, ReportOptions options) throws IOException {
        if (file != null) {
            StringWriter text = new StringWriter();
            PlanBrief.write(plan, options, text);
            StepSummary.add(file, text.toString());
        }
    }
}
