package dev.pathrank.cli.message;

import java.util.Locale;
import java.util.Optional;

/**
 * What the counts of a report owe to logs that hold only a part of the traffic.
 *
 * @param rows counted rows of such logs
 * @param percent the part of the requests that they hold
 * @param calls all calls of the report, these rows scaled
 */
public record Estimate(long rows, int percent, long calls) {
    /** The estimate, where any row is scaled. */
    public static Optional<Estimate> of(long rows, int percent, long calls) {
        return rows == 0 || percent == 100 ? Optional.empty() : Optional.of(new Estimate(rows, percent, calls));
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "calls: %,d estimated, since %,d rows of real-time logs stand for %d %% of their requests: calls, errors,"
                        + " bytes, durations and peaks are scaled, clients are those seen",
                calls,
                rows,
                percent);
    }
}
