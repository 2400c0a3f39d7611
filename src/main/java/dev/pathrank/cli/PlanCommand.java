package dev.pathrank.cli;

import dev.pathrank.plan.PlanOptions;
import dev.pathrank.rank.Kind;
import dev.pathrank.report.Format;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.Sources;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pathrank plan}: waves, quotas to ask for, cold starts, cost. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "pathrank plan [OPTION...] SOURCE...",
        header = "Plan the migration: waves, quotas to raise beforehand, cold starts, cost.",
        description = "SOURCE is s3://bucket/prefix, a file, a folder, or - for standard input; any number of them.",
        footerHeading = "%nEXAMPLE%n",
        footer = "  pathrank plan s3://my-logs/cdn/ --memory 1024 --growth 1.2 --format markdown -o plan.md")
final class PlanCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", arity = "1..*", hidden = true)
    private List<String> sources;

    @ArgGroup(validate = false, exclusive = false, order = 1, heading = "%nPLAN%n")
    private PlanArguments plan = new PlanArguments();

    @ArgGroup(validate = false, exclusive = false, order = 2, heading = "%nOUTPUT%n")
    private OutputArguments output = new OutputArguments();

    @ArgGroup(validate = false, exclusive = false, order = 3, heading = "%nINPUT%n")
    private InputArguments input = new InputArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nFILTER%n")
    private FilterArguments filter = new FilterArguments();

    @ArgGroup(validate = false, exclusive = false, order = 5, heading = "%nFOLDING%n")
    private FoldingArguments folding = new FoldingArguments();

    @ArgGroup(validate = false, exclusive = false, order = 6, heading = "%nRUN%n")
    private RunArguments run = new RunArguments();

    PlanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Sources places = checked(() -> new Sources(input.s3(), RankJob.CONNECTIONS, streams.in()))) {
            PlanOptions options = checked(plan::options);
            RankRequest request = checked(() -> RankRequest.of(input, filter, folding, output, Optional.empty(), run));
            checked(() -> whole(request.report()));
            List<LogSource> all = checked(() -> sources.stream().map(places::of).toList());
            Answer answer = PlanAnswer.of(options, request, plan.failOnBreach());
            return new RankJob(request, answer, all, streams).run().number();
        }
    }

    /** A plan to read is the whole one. */
    private static ReportOptions whole(ReportOptions report) {
        boolean part = report.top().isPresent() || report.only().size() < Kind.values().length;
        if (part && report.format() == Format.MARKDOWN) {
            throw new IllegalArgumentException(
                    "--format markdown writes the whole plan; leave out --top and --only, or take another format");
        }
        return report;
    }

    /** What is not valid here is a fault of the command line, and is said as such. */
    private <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
