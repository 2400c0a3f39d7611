package dev.pathrank.cli.command;

import dev.pathrank.cli.options.PlanArguments;
import dev.pathrank.cli.options.PlanOutputArguments;
import dev.pathrank.cli.options.RankRequest;
import dev.pathrank.cli.options.ReadArguments;
import dev.pathrank.cli.output.Streams;
import java.io.IOException;
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
        description = ReadArguments.SOURCES,
        footerHeading = "%nEXAMPLE%n",
        footer = "  pathrank plan s3://my-logs/cdn/ --memory 1024 --growth 1.2 --format markdown -o plan.md")
public final class PlanCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private ReadArguments reading = new ReadArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nOUTPUT%n")
    private PlanOutputArguments output = new PlanOutputArguments();

    @ArgGroup(validate = false, exclusive = false, order = 5, heading = "%nPLAN%n")
    private PlanArguments plan = new PlanArguments();

    public PlanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return reading.run(
                sources -> {
                    RankRequest request = output.request(reading);
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
}
