package dev.pathrank.cli.options;

import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.CompareReport;
import dev.pathrank.report.ReportOptions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for what {@code compare} writes. */
public final class CompareOutputArguments extends ReportArguments {
    @Option(
            names = {"-n", "--top"},
            paramLabel = "N",
            description = "Print the first N rows.")
    private @Nullable Integer top;

    @Option(
            names = "--only",
            paramLabel = "KIND,...",
            split = ",",
            hideParamSyntax = true,
            converter = EnumConverters.Kinds.class,
            completionCandidates = EnumConverters.Kinds.class,
            description = "Print only rows of kind ${COMPLETION-CANDIDATES}. Default: all but noise.")
    private List<EndpointKind> only = new ArrayList<>();

    /**
     * Returns the request of {@code compare}.
     *
     * @throws IllegalArgumentException if an option is not valid, or contradicts another
     */
    public CompareRequest request(ReadArguments reading, CompareArguments compare) {
        if (top != null && top < 1) {
            throw new IllegalArgumentException("--top must be 1 or more, but was " + top);
        }
        FoldingOptions folding = reading.folding(false);
        Set<EndpointKind> kinds =
                only.isEmpty() ? EnumSet.complementOf(EnumSet.of(EndpointKind.NOISE)) : EnumSet.copyOf(only);
        ReportOptions report =
                new ReportOptions(style(reading), folding.byHost(), top, kinds, false, folding.placeholder());
        report.style().requireColumns(CompareReport.columns(report));
        reading.requireNoStorage("compare");
        Destinations destinations = destinations(null);
        if (destinations.save() != null) {
            throw new IllegalArgumentException(
                    "compare counts two periods, so there is no one tally for --save; save each with pathrank rank");
        }
        return new CompareRequest(
                reading.request(folding, destinations, notices()),
                compare.periods(reading.sources(), reading.zone()),
                compare.tolerances(),
                compare.moved(),
                report,
                compare.failOnRegression());
    }
}
