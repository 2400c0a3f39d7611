package dev.pathrank.cli.options;

import dev.pathrank.cli.options.PlanRequest.Emission;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.Format;
import dev.pathrank.report.PlanEmitFormat;
import dev.pathrank.report.ReportOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for what {@code plan} writes. */
public final class PlanOutputArguments extends RankingArguments {
    @Option(
            names = "--emit",
            paramLabel = "DOCUMENT",
            converter = EnumConverters.PlanEmissions.class,
            completionCandidates = EnumConverters.PlanEmissions.class,
            description = "Write instead: ${COMPLETION-CANDIDATES}.")
    private @Nullable PlanEmitFormat emission;

    @Option(names = "--wave", paramLabel = "N", description = "Emit what has moved after wave N. Default: the last.")
    private @Nullable Integer wave;

    /**
     * Returns the request of {@code plan}.
     *
     * @throws IllegalArgumentException if an option is not valid, or contradicts another
     */
    public PlanRequest request(ReadArguments reading, PlanArguments plan) {
        FoldingOptions folding = reading.folding(false);
        ReadRequest read = reading.request(folding, destinations());
        ReportOptions report = wholePage(report(folding));
        return new PlanRequest(
                read, rank(), reading.declared(folding), report, plan.options(), emission(report), plan.failOnBreach());
    }

    /** A plan as a page to read is always the whole one. */
    private static ReportOptions wholePage(ReportOptions report) {
        if (isPart(report) && report.format() == Format.MARKDOWN) {
            throw new IllegalArgumentException(
                    "--format markdown writes the whole plan; leave out --top and --only, or take another format");
        }
        return report;
    }

    private static boolean isPart(ReportOptions report) {
        return report.top() != null || report.only().size() < EndpointKind.values().length;
    }

    private @Nullable Emission emission(ReportOptions report) {
        if (emission == null) {
            if (wave != null) {
                throw new IllegalArgumentException("--wave says what --emit DOCUMENT writes, which is missing");
            }
            return null;
        }
        if (wave != null && wave < 1) {
            throw new IllegalArgumentException("--wave must be 1 or more, but was " + wave);
        }
        refuseFormat();
        if (report.byHost()) {
            throw new IllegalArgumentException(
                    "--emit has one place for a path, whatever its host; leave out --by-host or take one host with --host");
        }
        if (isPart(report)) {
            throw new IllegalArgumentException("--emit writes all that moves; leave out --top and --only");
        }
        return new Emission(emission, wave);
    }
}
