package dev.pathrank.cli.message;

import dev.pathrank.rank.EndpointKind;
import dev.pathrank.report.RunSummary.NewEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a command's report holds and leads to, for the summary, the notices and the exit code.
 *
 * @param kinds rows of the whole report, shown or not, by their kind; kinds that the report does not tell are absent
 * @param candidates rows that have a rank
 * @param newEndpoints endpoints that are neither locked nor stated, in the order of the report
 * @param lines what the summary says about the report, one line each
 * @param patterns of all counted calls
 * @param breach whether a threshold of this command was crossed
 * @param notices what the reader of the report should know
 */
public record ReportOutcome(
        Map<EndpointKind, Long> kinds,
        long candidates,
        List<NewEndpoint> newEndpoints,
        List<String> lines,
        Set<String> patterns,
        boolean breach,
        List<Notice> notices) {
    /** There is no report. */
    public static final ReportOutcome NONE =
            new ReportOutcome(Map.of(), 0, List.of(), List.of(), Set.of(), false, List.of());

    public ReportOutcome {
        patterns = Set.copyOf(patterns);
        kinds = Map.copyOf(kinds);
        newEndpoints = List.copyOf(newEndpoints);
        lines = List.copyOf(lines);
        notices = List.copyOf(notices);
    }

    /** Returns an outcome that also says whether a threshold was crossed, and gives notices. */
    public ReportOutcome with(boolean isBreach, List<Notice> more) {
        return new ReportOutcome(kinds, candidates, newEndpoints, lines, patterns, isBreach, more);
    }
}
