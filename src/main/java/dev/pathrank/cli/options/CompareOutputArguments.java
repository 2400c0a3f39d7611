package dev.pathrank.cli.options;

import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.CompareReport;
import dev.pathrank.report.ReportOptions;
import java.util.EnumSet;

/** Options for what {@code compare} writes. */
public final class CompareOutputArguments extends RowArguments {
    /**
     * Returns the request of {@code compare}.
     *
     * @throws IllegalArgumentException if an option is not valid, or contradicts another
     */
    public CompareRequest request(ReadArguments reading, CompareArguments compare) {
        FoldingOptions folding = reading.folding(false);
        ReportOptions report = report(reading, folding, EnumSet.complementOf(EnumSet.of(EndpointKind.NOISE)), false);
        report.style().requireColumns(CompareReport.columns(report));
        Destinations destinations = destinations(null);
        if (destinations.save() != null) {
            throw new IllegalArgumentException(
                    "compare counts two periods, so there is no one tally for --save; save each with pathrank rank");
        }
        return new CompareRequest(
                reading.request(folding, destinations, notices()),
                compare.periods(reading.sources(), reading.zone(), reading.hasState()),
                compare.tolerances(),
                compare.moved(),
                report,
                compare.failOnRegression());
    }
}
