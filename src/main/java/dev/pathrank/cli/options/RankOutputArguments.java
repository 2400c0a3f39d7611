package dev.pathrank.cli.options;

import dev.pathrank.report.EmitFormat;
import dev.pathrank.report.RankReport;
import dev.pathrank.report.ReportOptions;
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
        ReportOptions report = report(reading, folding);
        report.style().requireColumns(RankReport.columns(report, stability));
        return new RankRequest(
                reading.request(folding, destinations(null), notices()),
                rank(),
                reading.declared(folding),
                report,
                emission(folding.byHost()),
                stability);
    }

    @Override
    boolean emits() {
        return emission != null;
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
