package dev.pathrank.report.plan;

import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.tally.DurationSummary;
import java.util.List;
import java.util.Optional;

/** What access logs cannot show, as every page for people says. */
public final class LogLimits {
    private LogLimits() {}

    /**
     * Returns a sentence or two for each limit, with options and patterns between backticks.
     *
     * @param rows whose durations the page shows
     */
    public static List<String> of(List<RankedEndpoint> rows) {
        Optional<String> from = rows.stream()
                .filter(RankedEndpoint::isCandidate)
                .flatMap(row -> row.stats().durations().stream())
                .map(DurationSummary::from)
                .distinct()
                .sorted()
                .reduce((left, right) -> left + ", " + right);
        return List.of(
                "Calls do not show shared tables or code: two quiet endpoints may be part of one transaction.",
                "Durations come from " + from.map(Page::shown).orElse("nowhere: the logs have none")
                        + ". `time-taken` ends when the edge has sent the last byte: it includes waiting and transfer,"
                        + " so concurrency and cost are upper estimates."
                        + " A function may also be faster or slower than the old server.",
                "A call counts in the second in which its response finished. Calls in flight are known on"
                        + " the mean of each second; the 99.9 % figure takes them for independent. A burst that comes"
                        + " together may be higher within the second.",
                "Logs are delivered on a best-effort basis, up to a day late: counts are lower bounds."
                        + " Real-time logs may be sampled.",
                "An address is not a user. One month of logs misses quarter-end jobs.",
                "Other uses of these quotas in the same account and Region are not in these logs: subtract them.",
                "Calls from within your network that do not pass CloudFront are not in these logs.");
    }
}
