package dev.pathrank.cli.options;

import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.ReportOptions;
import java.nio.file.Path;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for what {@code report} writes. */
public final class WholeReportArguments extends RankingArguments {
    private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

    @Option(
            names = "--github-summary",
            description = "Add a short summary to the page of the GitHub Actions run ($" + STEP_SUMMARY + ").")
    private boolean githubSummary;

    /**
     * Returns the request of {@code report}.
     *
     * @throws IllegalArgumentException if an option is not valid, or contradicts another
     */
    public ReportRequest request(ReadArguments reading, PlanArguments plan, CompareArguments compare) {
        if (!format(reading.surroundings()).isDocument()) {
            throw new IllegalArgumentException("report writes a page or a workbook; give -o FILE.html or -o FILE.xlsx,"
                    + " or --format html to write to standard output");
        }
        FoldingOptions folding = reading.folding(false);
        ReadRequest read = reading.request(folding, destinations(null), notices());
        ReportOptions report = whole(report(reading, folding));
        CompareRequest compared = comparison(reading, folding, read, compare); // checked before AWS may be asked
        Path step = stepSummary(reading);
        PlanRequest planned = new PlanRequest(
                read,
                rank(),
                reading.declared(folding),
                report,
                plan.options(read.run().s3().profile()),
                null,
                plan.failOnBreach());
        return new ReportRequest(planned, compared, step);
    }

    private @Nullable CompareRequest comparison(
            ReadArguments reading, FoldingOptions folding, ReadRequest read, CompareArguments compare) {
        ComparedPeriods periods = compare.split(reading.sources(), reading.zone());
        if (periods == null) {
            return null;
        }
        if (reading.hasState()) {
            throw new IllegalArgumentException("report keeps the state open while --at reads it; leave out one of them,"
                    + " or run pathrank compare with --state");
        }
        ReportOptions rows = report(reading, folding, EnumSet.complementOf(EnumSet.of(EndpointKind.NOISE)), false);
        return new CompareRequest(
                read, periods, compare.tolerances(), compare.moved(), rows, compare.failOnRegression());
    }

    private @Nullable Path stepSummary(ReadArguments reading) {
        if (!githubSummary) {
            return null;
        }
        String file = reading.surroundings().environment().apply(STEP_SUMMARY);
        if (file == null || file.isEmpty()) {
            throw new IllegalArgumentException("--github-summary needs the variable " + STEP_SUMMARY
                    + ", which GitHub Actions sets in each step; leave it out elsewhere");
        }
        return Path.of(file);
    }
}
