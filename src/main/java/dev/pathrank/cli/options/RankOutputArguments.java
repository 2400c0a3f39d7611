package dev.pathrank.cli.options;

import dev.pathrank.report.EmitFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for what {@code rank} writes. */
public final class RankOutputArguments extends RankingArguments {
    @Option(
            names = "--emit",
            paramLabel = "DOCUMENT",
            converter = EnumConverters.EmitFormats.class,
            completionCandidates = EnumConverters.EmitFormats.class,
            description = "Write a document instead of the table: ${COMPLETION-CANDIDATES}.")
    private @Nullable EmitFormat emission;

    @Option(names = "--stability", description = "Add the best and worst rank under changed weights or weeks.")
    private boolean stability;

    /**
     * Returns the request of {@code rank}.
     *
     * @throws IllegalArgumentException if an option is not valid, or contradicts another
     */
    public RankRequest request(ReadArguments reading) {
        FoldingOptions folding = reading.folding(false);
        return new RankRequest(
                reading.request(folding, destinations()),
                rank(),
                reading.declared(folding),
                report(folding),
                emission(folding.byHost()),
                stability);
    }

    private @Nullable EmitFormat emission(boolean byHost) {
        if (emission != null) {
            refuseFormat();
            if (byHost) {
                throw new IllegalArgumentException(
                        "--emit openapi writes each path once, regardless of host; leave out --by-host or"
                                + " select one host with --host");
            }
        }
        return emission;
    }
}
