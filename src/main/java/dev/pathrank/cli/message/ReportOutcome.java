package dev.pathrank.cli.message;

import java.util.List;

/**
 * What a command's report holds and leads to, for the summary, the notices and the exit code.
 *
 * @param endpoints rows of the whole report, shown or not
 * @param candidates rows that have a rank
 * @param newEndpoints rows that are neither locked nor stated
 * @param lines what the summary says about the report, one line each
 * @param breach whether a threshold of this command was crossed
 * @param notices what the reader of the report should know
 */
public record ReportOutcome(
        long endpoints, long candidates, long newEndpoints, List<String> lines, boolean breach, List<Notice> notices) {
    /** There is no report. */
    public static final ReportOutcome NONE = new ReportOutcome(0, 0, 0, List.of(), false, List.of());

    public ReportOutcome {
        lines = List.copyOf(lines);
        notices = List.copyOf(notices);
    }

    /** Returns an outcome that also says whether a threshold was crossed, and gives notices. */
    public ReportOutcome with(boolean isBreach, List<Notice> more) {
        return new ReportOutcome(endpoints, candidates, newEndpoints, lines, isBreach, more);
    }
}
