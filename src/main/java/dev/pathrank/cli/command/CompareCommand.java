package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ExitCode;
import dev.pathrank.cli.message.NothingCountedText;
import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.cli.options.CompareArguments;
import dev.pathrank.cli.options.CompareOutputArguments;
import dev.pathrank.cli.options.CompareRequest;
import dev.pathrank.cli.options.ComparedPeriods;
import dev.pathrank.cli.options.ReadArguments;
import dev.pathrank.cli.output.Console;
import dev.pathrank.cli.output.Outputs;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.compare.Comparison;
import dev.pathrank.report.CompareReport;
import dev.pathrank.report.WholeReport;
import dev.pathrank.run.RunNotice;
import dev.pathrank.run.RunResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
public final class CompareCommand implements Callable<Integer>, CheckedCommand {
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
    public CompareRequest request() {
        return reading.checked(() -> output.request(reading, compare));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CompareRequest options = request();
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
            Map<RunResult, List<RunNotice>> notices = both.notices();
            PeriodComparison answer = PeriodComparison.of(both, options);
            write(both, answer, options, outputs);
            ComparisonEnd end = new ComparisonEnd(
                    options, both, notices, answer.comparison(), answer.sameMeasure(), answer.disagreements());
            return end.finish(console, outputs);
        }
    }

    private static void write(PeriodRuns.Both both, PeriodComparison answer, CompareRequest options, Outputs outputs)
            throws IOException {
        if (options.report().format().isDocument()) {
            RunResult after = both.after().results().get(0);
            WholeReport.About about = Documents.about(after, options.read(), ReportOutcome.NONE, 0);
            Comparison shown = new Comparison(
                    answer.shown(),
                    answer.comparison().secondsBefore(),
                    answer.comparison().secondsAfter());
            Documents.write(new WholeReport(about, null, null, null, shown, options.report()), outputs);
        } else {
            outputs.writeReport(
                    writer -> CompareReport.write(answer.shown(), answer.comparison(), options.report(), writer));
        }
    }

    private static int finishEmpty(PeriodRuns.Both both, CompareRequest options, Outputs outputs) throws IOException {
        boolean after = both.after().isEmpty();
        PeriodRuns.Counted period = after ? both.after() : both.before();
        RunResult result = period.results().get(0);
        String why = NothingCountedText.ofPeriod(
                after ? "after" : "before",
                options.periods() instanceof ComparedPeriods.SplitAt,
                result.nothingCounted());
        period.consoles().get(0).finishEmpty(why, result, options.read(), outputs);
        return ExitCode.FAILED.number();
    }
}
