package dev.pathrank.cli;

import dev.pathrank.rank.Declared;
import dev.pathrank.rank.Kind;
import dev.pathrank.report.Format;
import dev.pathrank.report.ReportOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private ReadArguments reading = new ReadArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nOUTPUT%n")
    private PlanOutputArguments output = new PlanOutputArguments();

    @ArgGroup(validate = false, exclusive = false, order = 5, heading = "%nPLAN%n")
    private PlanArguments plan = new PlanArguments();

    PlanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return reading.run(
                sources -> {
                    RankRequest request = request();
                    return new PlanJob(
                            request,
                            plan.options(),
                            output.emitted(request.report()),
                            plan.failOnBreach(),
                            sources,
                            streams);
                },
                output.format(),
                streams);
    }

    private RankRequest request() {
        FoldingRequest folding = reading.folding().request(false);
        return new RankRequest(
                reading.request(folding, output.destinations()),
                output.rank(),
                new Declared(folding.routes(), reading.choosesCalls()),
                whole(output.report(folding, reading.folding().hasRoutes())),
                Optional.empty(),
                false);
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
}
