package dev.pathrank.cli.options;

import dev.pathrank.report.EmitFormat;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code rank} reports beside that. */
public final class RankOutputArguments extends RankingArguments {
    @Option(
            names = "--emit",
            paramLabel = "DOCUMENT",
            converter = EnumConverters.Emissions.class,
            completionCandidates = EnumConverters.Emissions.class,
            description = "Write instead of the table: ${COMPLETION-CANDIDATES}.")
    private EmitFormat emission;

    @Option(names = "--stability", description = "Add the best and worst rank under small changes.")
    private boolean stability;

    @Override
    boolean stability() {
        return stability;
    }

    /** @throws IllegalArgumentException if the document has no place for what else is asked */
    @Override
    Optional<EmitFormat> emission(boolean byHost) {
        if (emission == null) {
            return Optional.empty();
        }
        refuseFormat();
        if (byHost) {
            throw new IllegalArgumentException(
                    "--emit openapi has one place for a path, whatever its host; leave out --by-host or take one host with --host");
        }
        return Optional.of(emission);
    }
}
