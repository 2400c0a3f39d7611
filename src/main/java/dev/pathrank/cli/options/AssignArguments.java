package dev.pathrank.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Options for a list of requests in place of logs. */
public final class AssignArguments {
    /** The options that {@code --assign} can be combined with. */
    private static final Set<String> WITH_ASSIGN = Set.of(
            "--assign",
            "--out",
            "--pattern",
            "--literal",
            "--query-key",
            "--routes",
            "--lock",
            "--locked",
            "--no-learn",
            "--placeholder",
            "--quiet",
            "--verbose");

    @Option(
            names = "--assign",
            paramLabel = "IN",
            description = "Assign a pattern to each METHOD<TAB>PATH[<TAB>STATUS] line of IN.")
    private @Nullable Path in;

    @Option(
            names = "--out",
            paramLabel = "OUT",
            description = "Write METHOD<TAB>PATH<TAB>PATTERN to OUT. Default: standard output.")
    private @Nullable Path out;

    /**
     * Returns the options for a list; null if logs are read.
     *
     * @param given all options on the command line
     * @throws IllegalArgumentException if they contradict each other
     */
    public @Nullable AssignRequest request(ReadArguments reading, List<OptionSpec> given) {
        if (in == null) {
            if (out != null) {
                throw new IllegalArgumentException("--out needs --assign IN, which is missing");
            }
            return null;
        }
        if (!reading.sources().isEmpty()) {
            throw new IllegalArgumentException("--assign reads a list instead of logs; leave out "
                    + reading.sources().get(0));
        }
        for (OptionSpec option : given) {
            if (!WITH_ASSIGN.contains(option.longestName())) {
                throw new IllegalArgumentException(
                        option.longestName() + " cannot be used with --assign; leave it out");
            }
        }
        Path file = out == null || out.toString().equals("-") ? null : out;
        if (file != null) {
            OutputPlaces.require(Map.of("--out", file), List.of(in.toString()), null);
        }
        return new AssignRequest(in, file, reading.folding(false), reading.verbosity());
    }
}
