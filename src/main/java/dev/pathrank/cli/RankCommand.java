package dev.pathrank.cli;

import dev.pathrank.cli.run.RunSettings;
import dev.pathrank.log.FilterOptions;
import dev.pathrank.log.RowFilter;
import dev.pathrank.pattern.StatedPattern;
import dev.pathrank.pattern.routes.DeclaredRoutes;
import dev.pathrank.rank.Declared;
import dev.pathrank.source.LogSource;
import dev.pathrank.source.Sources;
import dev.pathrank.tally.Limits;
import dev.pathrank.tally.TallyOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pathrank rank}: the migration order. */
@Command(
        name = "rank",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "pathrank rank [OPTION...] SOURCE...",
        header = "Rank endpoints in the order of their migration.",
        description = "SOURCE is s3://bucket/prefix, a file, a folder, or - for standard input; any number of them.",
        footerHeading = "%nEXAMPLE%n",
        footer = "  pathrank rank s3://my-logs/cdn/ --from 2017-02-01 --to 2017-02-22 -o order.csv")
final class RankCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", arity = "1..*", hidden = true)
    private List<String> sources;

    @ArgGroup(validate = false, exclusive = false, order = 1, heading = "%nINPUT%n")
    private InputArguments input = new InputArguments();

    @ArgGroup(validate = false, exclusive = false, order = 2, heading = "%nFILTER%n")
    private FilterArguments filter = new FilterArguments();

    @ArgGroup(validate = false, exclusive = false, order = 3, heading = "%nFOLDING%n")
    private FoldingArguments folding = new FoldingArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nOUTPUT%n")
    private OutputArguments output = new OutputArguments();

    @ArgGroup(validate = false, exclusive = false, order = 5, heading = "%nRUN%n")
    private RunArguments run = new RunArguments();

    RankCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Sources places = checked(() -> new Sources(input.s3(), RankJob.CONNECTIONS, streams.in()))) {
            RankRequest request = checked(this::request);
            List<LogSource> all = checked(() -> sources.stream().map(places::of).toList());
            ExitCode code =
                    run.dryRun() ? new DryRun(request, all, streams).run() : new RankJob(request, all, streams).run();
            return code.number();
        }
    }

    private RankRequest request() {
        FilterOptions rows = filter.rows();
        DeclaredRoutes routes = folding.routes();
        List<StatedPattern> stated = Stream.concat(folding.patterns().stream(), routes.stated().stream())
                .toList();
        TallyOptions tally = new TallyOptions(stated, Limits.DEFAULT, run.tmpDir());
        return new RankRequest(
                filter.listing(),
                !rows.hosts().isEmpty(),
                new RunSettings(
                        input.log(), new RowFilter(rows), tally, run.threads(), run.maxInflight(), run.failFast()),
                output.rank(),
                new Declared(routes, rows.choosesCalls()),
                output.report(folding.byHost(), folding.hasRoutes()),
                output.emission(folding.byHost()),
                output.destinations(),
                run.verbosity());
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
