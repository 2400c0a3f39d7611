package dev.pathrank.cli.options;

import dev.pathrank.cli.options.PlanRequest.Emission;
import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.Format;
import dev.pathrank.report.PlanEmitFormat;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.plan.PlanReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for what {@code plan} writes. */
public final class PlanOutputArguments extends RankingArguments {
    @Option(
            names = "--emit",
            paramLabel = "DOCUMENT",
            converter = EnumConverters.PlanEmitFormats.class,
            completionCandidates = EnumConverters.PlanEmitFormats.class,
            description = "Write a document instead: ${COMPLETION-CANDIDATES}.")
    private @Nullable PlanEmitFormat emission;

    @Option(names = "--wave", paramLabel = "N", description = "Include endpoints up to wave N in --emit. Default: all.")
    private @Nullable Integer wave;

    /**
     * Returns the request of {@code plan}.
     *
     * @throws IllegalArgumentException if an option is not valid, or contradicts another
     */
    public PlanRequest request(ReadArguments reading, PlanArguments plan) {
        FoldingOptions folding = reading.folding(false);
        ReadRequest read = reading.request(folding, destinations(null), notices());
        ReportOptions report = wholePage(report(reading, folding));
        report.style().requireColumns(PlanReport.columns(report));
        return new PlanRequest(
                read, rank(), reading.declared(folding), report, plan.options(), emission(report), plan.failOnBreach());
    }

    /** A plan as a page to read is always the whole one. */
    private static ReportOptions wholePage(ReportOptions report) {
        boolean part = isPart(report) || !report.style().columns().isEmpty();
        if (part && report.format() == Format.MARKDOWN) {
            throw new IllegalArgumentException(
                    "--format markdown writes the whole plan; leave out --top, --only and --columns, or choose"
                            + " another format");
        }
        return report;
    }

    @Override
    boolean emits() {
        return emission != null;
    }

    private static boolean isPart(ReportOptions report) {
        return report.top() != null || report.only().size() < EndpointKind.values().length;
    }

    private @Nullable Emission emission(ReportOptions report) {
        if (emission == null) {
            if (wave != null) {
                throw new IllegalArgumentException("--wave needs --emit DOCUMENT, which is missing");
            }
            return null;
        }
        if (wave != null && wave < 1) {
            throw new IllegalArgumentException("--wave must be 1 or more, but was " + wave);
        }
        refuseFormat();
        if (report.byHost()) {
            throw new IllegalArgumentException(
                    "--emit writes each path once, regardless of host; leave out --by-host or select one host"
                            + " with --host");
        }
        if (isPart(report)) {
            throw new IllegalArgumentException("--emit writes all endpoints that move; leave out --top and --only");
        }
        return new Emission(emission, wave);
    }
}
