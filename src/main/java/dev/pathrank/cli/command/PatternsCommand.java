package dev.pathrank.cli.command;

import dev.pathrank.cli.message.Messages;
import dev.pathrank.cli.options.AssignArguments;
import dev.pathrank.cli.options.Destinations;
import dev.pathrank.cli.options.FoldingArguments;
import dev.pathrank.cli.options.FoldingOptions;
import dev.pathrank.cli.options.ReadArguments;
import dev.pathrank.cli.options.ReportArguments;
import dev.pathrank.cli.output.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code pathrank patterns}: how paths become endpoints, and why. */
@Command(
        name = "patterns",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        customSynopsis = {
            "pathrank patterns [OPTION...] SOURCE...",
            "       pathrank patterns [OPTION...] --assign IN --out OUT"
        },
        header = "Tell how paths become patterns, and why.",
        description = ReadArguments.SOURCES,
        footerHeading = "%nEXAMPLE%n",
        footer = "  pathrank patterns s3://my-logs/cdn/ --lock patterns.lock -o patterns.csv")
public final class PatternsCommand implements Callable<Integer> {
    /** What a list of requests has to do with. */
    private static final Set<String> WITH_ASSIGN = Set.of(
            "--assign",
            "--out",
            "--pattern",
            "--literal",
            "--routes",
            "--lock",
            "--locked",
            "--no-learn",
            "--placeholder",
            "--quiet",
            "--verbose");

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReadArguments reading = new ReadArguments();

    @ArgGroup(validate = false, exclusive = false, order = 4, heading = "%nOUTPUT%n")
    private ReportArguments output = new ReportArguments();

    @ArgGroup(validate = false, exclusive = false, order = 5, heading = "%nA LIST INSTEAD OF LOGS%n")
    private AssignArguments assign = new AssignArguments();

    public PatternsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Path> out = reading.checked(assign::out);
        if (assign.isGiven()) {
            return reading.checked(() -> assignJob(out)).run().number();
        }
        return reading.run(
                sources -> {
                    FoldingOptions folding = reading.folding().request(true);
                    Destinations destinations = output.destinations();
                    return new PatternsJob(
                            reading.request(folding, destinations),
                            output.format(),
                            reading.folding().lock().isPresent(),
                            lockToWrite(destinations),
                            sources,
                            streams);
                },
                output.format(),
                streams);
    }

    private Optional<Path> lockToWrite(Destinations destinations) {
        FoldingArguments folding = reading.folding();
        folding.lock().ifPresent(destinations::requireOther);
        return folding.learns() ? folding.lock() : Optional.empty();
    }

    private AssignJob assignJob(Optional<Path> out) {
        List<String> sources = reading.sources();
        if (!sources.isEmpty()) {
            throw new IllegalArgumentException("--assign reads a list in place of logs; leave out " + sources.get(0));
        }
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!WITH_ASSIGN.contains(option.longestName())) {
                throw new IllegalArgumentException(
                        "--assign has no use for " + option.longestName() + "; leave it out");
            }
        }
        FoldingOptions folding = reading.folding().request(false);
        return new AssignJob(
                assign.in(),
                out,
                folding.rules(),
                folding.placeholder(),
                streams,
                new Messages(streams.err(), reading.verbosity()));
    }
}
