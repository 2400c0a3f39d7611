package dev.pathrank.cli;

import dev.pathrank.rank.Declared;
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
        description = "SOURCE is s3://bucket/prefix, a file, a folder, or - for standard input; any number of them.",
        footerHeading = "%nEXAMPLE%n",
        footer = "  pathrank rank s3://my-logs/cdn/ --from 2017-02-01 --to 2017-02-22 -o order.csv")
final class RankCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private ReadArguments reading = new ReadArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nOUTPUT%n")
    private OutputArguments output = new OutputArguments();

    RankCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return reading.run(sources -> new RankJob(request(), sources, streams), output.format(), streams);
    }

    private RankRequest request() {
        FoldingRequest folding = reading.folding().request(false);
        return new RankRequest(
                reading.request(folding, output.destinations()),
                output.rank(),
                new Declared(folding.routes(), reading.choosesCalls()),
                output.report(folding, reading.folding().hasRoutes()),
                output.emission(folding.byHost()),
                output.stability());
    }
}
