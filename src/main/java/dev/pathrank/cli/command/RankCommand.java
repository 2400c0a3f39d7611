package dev.pathrank.cli.command;

import dev.pathrank.cli.message.ReportOutcome;
import dev.pathrank.cli.options.RankOutputArguments;
import dev.pathrank.cli.options.RankRequest;
import dev.pathrank.cli.options.ReadArguments;
import dev.pathrank.cli.output.Streams;
import dev.pathrank.report.CallProfiles;
import dev.pathrank.report.RankReport;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.openapi.OpenApiDocument;
import dev.pathrank.run.RunResult;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code pathrank rank}: the migration order. */
@Command(
        name = "rank",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = "pathrank rank [OPTION...] SOURCE...",
        header = "Rank endpoints by migration order.",
        description = ReadArguments.SOURCES,
        footerHeading = "%nEXAMPLE%n",
        footer = "  pathrank rank s3://my-logs/cdn/ --from 2017-02-01 --to 2017-02-22 -o order.csv")
public final class RankCommand implements Callable<Integer>, CheckedCommand {
    private final Streams streams;

    @Mixin
    private ReadArguments reading = new ReadArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nOUTPUT%n")
    private RankOutputArguments output = new RankOutputArguments();

    /** Creates the command. */
    public RankCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public RankRequest request() {
        return reading.checked(() -> output.request(reading));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        RankRequest options = request();
        return LogReport.run(options.read(), options.report().format(), streams, (result, outputs) -> {
            EndpointRanking ranking = EndpointRanking.of(
                    result, options.rank(), options.declared(), options.report().byHost());
            ReportOutcome outcome = ranking.outcome();
            if (options.emit() == null && options.report().format().isDocument()) {
                Documents.write(document(result, ranking, options, outcome), outputs);
            } else {
                outputs.writeReport(writer -> write(ranking, options, writer));
            }
            return outcome;
        });
    }

    private static WholeReport document(
            RunResult result, EndpointRanking ranking, RankRequest options, ReportOutcome outcome) throws IOException {
        return new WholeReport(
                Documents.about(
                        result, options.read(), outcome, options.declared().count()),
                ranking.part(
                        options.rank(),
                        ranking.ranges(),
                        CallProfiles.of(
                                ranking.endpoints(), options.read().window().zone())),
                null,
                null,
                null,
                options.report());
    }

    private static void write(EndpointRanking ranking, RankRequest options, Writer writer) throws IOException {
        if (options.emit() != null) {
            switch (options.emit()) {
                case OPENAPI -> OpenApiDocument.write(ranking.rows(), options.report(), writer);
            }
        } else {
            RankReport.write(ranking.rows(), options.stability() ? ranking.ranges() : null, options.report(), writer);
        }
    }
}
