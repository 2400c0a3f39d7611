package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.cli.options.AssignArguments;
import dev.pathrank.cli.options.AssignRequest;
import dev.pathrank.cli.options.FoldingOptions;
import dev.pathrank.cli.options.PatternsOutputArguments;
import dev.pathrank.cli.options.PatternsRequest;
import dev.pathrank.cli.options.ReadArguments;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.report.PatternReport;
import dev.pathrank.report.WholeReport;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code pathrank patterns}: how paths become endpoints, and why. */
@Command(
        name = "patterns",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "pathrank patterns [OPTION...] SOURCE...",
            "       pathrank patterns [OPTION...] --assign IN --out OUT"
        },
        header = "Show how paths are folded into patterns, and why.",
        description = ReadArguments.SOURCES,
        footerHeading = "%nEXAMPLE%n",
        footer = "  pathrank patterns s3://my-logs/cdn/ --lock patterns.lock -o patterns.csv")
public final class PatternsCommand implements Callable<Integer>, CheckedCommand {
    private final Streams streams;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ReadArguments reading = new ReadArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nOUTPUT%n")
    private PatternsOutputArguments output = new PatternsOutputArguments();

    @ArgGroup(validate = false, exclusive = false, order = 5, heading = "%nA LIST INSTEAD OF LOGS%n")
    private AssignArguments assign = new AssignArguments();

    /** Creates the command. */
    public PatternsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public PatternsRequest request() {
        return reading.checked(() -> output.request(reading));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        AssignRequest list = reading.usage(this::assignRequest);
        return list == null ? readLogs() : AssignedList.write(list, streams);
    }

    private @Nullable AssignRequest assignRequest() {
        return assign.request(reading, spec.commandLine().getParseResult().matchedOptions());
    }

    private int readLogs() throws IOException, InterruptedException {
        PatternsRequest options = request();
        FoldingOptions folding = options.read().folding();
        return LogReport.run(options.read(), options.style().format(), streams, (result, outputs) -> {
            PatternTable table = PatternTable.of(result.patterns(folding.byHost()), folding);
            ReportOutcome outcome = table.outcome();
            if (options.style().format().isDocument()) {
                WholeReport.About about = Documents.about(result, options.read(), outcome, 0);
                Documents.write(new WholeReport(about, null, null, table.rows(), null, options.report()), outputs);
            } else {
                outputs.writeReport(writer -> PatternReport.write(
                        table.rows(), options.style(), folding.byHost(), folding.placeholder(), writer));
            }
            table.writeLock(options.lockRemarks());
            return outcome;
        });
    }
}
