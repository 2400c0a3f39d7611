package dev.pathrank.cli.message;

import dev.pathrank.report.RunSummary.NewEndpoint;
import dev.pathrank.report.RunSummary.ReportRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a command's report holds and leads to, for the summary, the notices and the exit code.
 *
 * @param reportRows rows of the whole report
 * @param newEndpoints endpoints that are neither locked nor stated, in the order of the report
 * @param lines what the summary says about the report, one line each
 * @param patterns of all counted calls
 * @param crossings each threshold of this command that was crossed, and by what
 * @param notices what the reader of the report should know
 */
public record ReportOutcome(
        ReportRows reportRows,
        List<NewEndpoint> newEndpoints,
        List<String> lines,
        Set<String> patterns,
        List<String> crossings,
        List<Notice> notices) {
    /** There is no report. */
    public static final ReportOutcome NONE =
            new ReportOutcome(new ReportRows(Map.of(), 0, null), List.of(), List.of(), Set.of(), List.of(), List.of());

    public ReportOutcome {
        patterns = Set.copyOf(patterns);
        newEndpoints = List.copyOf(newEndpoints);
        lines = List.copyOf(lines);
        crossings = List.copyOf(crossings);
        notices = List.copyOf(notices);
    }

    /** Returns an outcome with the calls that a plan takes for shorter than they were. */
    public ReportOutcome withLongCalls(long calls) {
        List<String> more = new ArrayList<>(lines);
        if (calls > 0) {
            more.add(String.format(
                    Locale.ROOT,
                    "calls over 900 s: %,d, which count as 900 s in the plan, since no function runs longer",
                    calls));
        }
        ReportRows rows = new ReportRows(reportRows.kinds(), reportRows.candidates(), calls);
        return new ReportOutcome(rows, newEndpoints, more, patterns, crossings, notices);
    }

    /** Returns an outcome that also names each threshold that was crossed, and gives notices. */
    public ReportOutcome with(List<String> crossed, List<Notice> more) {
        return new ReportOutcome(reportRows, newEndpoints, lines, patterns, crossed, more);
    }
}
