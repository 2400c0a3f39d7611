package dev.pathrank.cli.command;

import dev.pathrank.cli.options.RankOutputArguments;
import dev.pathrank.cli.options.ReadArguments;
import dev.pathrank.cli.output.Streams;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pathrank rank}: the migration order. */
@Command(
        name = "rank",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "pathrank rank [OPTION...] SOURCE...",
        header = "Rank endpoints in the order of their migration.",
        description = ReadArguments.SOURCES,
        footerHeading = "%nEXAMPLE%n",
        footer = "  pathrank rank s3://my-logs/cdn/ --from 2017-02-01 --to 2017-02-22 -o order.csv")
public final class RankCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private ReadArguments reading = new ReadArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nOUTPUT%n")
    private RankOutputArguments output = new RankOutputArguments();

    public RankCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return reading.run(sources -> new RankJob(output.request(reading), sources, streams), output.format(), streams);
    }
}
