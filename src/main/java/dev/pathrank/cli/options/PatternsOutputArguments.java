package dev.pathrank.cli.options;

import dev.pathrank.report.PatternReport;
import picocli.CommandLine.Option;

/** Options for what {@code patterns} writes. */
public final class PatternsOutputArguments extends ReportArguments {
    @Option(names = "--lock-remarks", description = "Add calls, first call and an example to new lines of --lock.")
    private boolean lockRemarks;

    /**
     * Returns the request of {@code patterns} over logs.
     *
     * @throws IllegalArgumentException if an option is not valid, or contradicts another
     */
    public PatternsRequest request(ReadArguments reading) {
        FoldingOptions folding = reading.folding(true);
        if (lockRemarks && folding.lock().file() == null) {
            throw new IllegalArgumentException("--lock-remarks needs --lock FILE, which is missing");
        }
        Destinations destinations =
                destinations(folding.learns() ? folding.lock().file() : null);
        PatternsRequest request =
                new PatternsRequest(reading.request(folding, destinations, notices()), style(reading), lockRemarks);
        request.style().requireColumns(PatternReport.columns(folding.byHost()));
        return request;
    }
}
