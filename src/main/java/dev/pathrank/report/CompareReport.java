package dev.pathrank.report;

import dev.pathrank.compare.ComparedEndpoint;
import dev.pathrank.compare.Comparison;
import dev.pathrank.compare.Verdict;
import dev.pathrank.tally.DurationDistribution;
import dev.pathrank.tally.EndpointStats;
import dev.pathrank.tally.TalliedPeriods;
import dev.pathrank.tally.Traffic;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The report of {@code compare}: every endpoint with its verdict. */
public final class CompareReport {
    private static final int SHARE_DECIMALS = 6;
    private static final int RATE_DECIMALS = 2;
    private static final BigDecimal SECONDS_AN_HOUR = BigDecimal.valueOf(3600);

    private final List<Column<ComparedEndpoint>> columns = new ArrayList<>();

    private CompareReport() {}

    /** Returns the names of all columns. */
    public static List<String> columns(ReportOptions options) {
        return all(new Comparison(List.of(), 1, 1), options).stream()
                .map(Column::name)
                .toList();
    }

    /**
     * Writes the rows.
     *
     * @param rows of {@code comparison}, those that are shown
     * @param out flushed and left open; should encode as UTF-8
     */
    public static void write(List<ComparedEndpoint> rows, Comparison comparison, ReportOptions options, Writer out)
            throws IOException {
        List<Column<ComparedEndpoint>> columns =
                options.style().fits() ? fitted(comparison, options) : all(comparison, options);
        options.style().write(new Table<>(columns, rows, CompareReport::tone), out);
    }

    /** Returns the whole table of the rows that are shown. */
    public static Table<ComparedEndpoint> table(
            List<ComparedEndpoint> rows, Comparison comparison, ReportOptions options) {
        return new Table<>(all(comparison, options), rows, CompareReport::tone);
    }

    private static Tone tone(ComparedEndpoint row) {
        return switch (row.verdict()) {
            case ROLL_BACK, WATCH -> Tone.ATTENTION;
            case KEEP -> Tone.PLAIN;
            case NOT_ENOUGH_CALLS, NEW, GONE -> Tone.FAINT;
        };
    }

    /** Returns the few columns that fit a terminal. */
    private static List<Column<ComparedEndpoint>> fitted(Comparison comparison, ReportOptions options) {
        return List.of(
                Column.text("verdict", row -> row.verdict().word()),
                Column.text(
                        "endpoint",
                        row -> row.counts().endpoint().method() + " "
                                + (options.byHost() ? row.counts().endpoint().host() : "")
                                + options.placeholder()
                                        .of(row.counts().endpoint().pattern())),
                Column.optionalDecimal("calls/h", row -> rate(row.counts().after(), comparison.secondsAfter())),
                Column.text("reason", CompareReasonText::of));
    }

    private static List<Column<ComparedEndpoint>> all(Comparison comparison, ReportOptions options) {
        CompareReport report = new CompareReport();
        report.columns.add(Column.text("verdict", row -> row.verdict().word()));
        if (options.byHost()) {
            report.columns.add(
                    Column.text("host", row -> row.counts().endpoint().host()));
        }
        report.columns.add(Column.text("method", row -> row.counts().endpoint().method()));
        report.columns.add(Column.text(
                "pattern",
                row -> options.placeholder().of(row.counts().endpoint().pattern())));
        report.columns.add(Column.text("reason", CompareReasonText::of));
        report.columns.add(Column.optionalDecimal(
                "calls_per_hour_before", row -> rate(row.counts().before(), comparison.secondsBefore())));
        report.columns.add(Column.optionalDecimal(
                "calls_per_hour_after", row -> rate(row.counts().after(), comparison.secondsAfter())));
        report.whole("origin_calls", stats -> stats.traffic().originCalls());
        report.duration("p50_ms", 50);
        report.duration("p95_ms", 95);
        report.duration("p99_ms", 99);
        report.share("errors_4xx_share", traffic -> traffic.failures().status4xx());
        report.share("errors_5xx_share", traffic -> traffic.failures().status5xx());
        report.share("aborted_share", traffic -> traffic.failures().aborted());
        report.worstMinute();
        report.share("hit_ratio", traffic -> traffic.calls() - traffic.originCalls());
        report.seen();
        return report.columns;
    }

    private void whole(String name, ToLongFunction<TalliedPeriods.Counts> number) {
        columns.add(Column.whole(
                name + "_before", row -> number.applyAsLong(row.counts().before())));
        columns.add(Column.whole(
                name + "_after", row -> number.applyAsLong(row.counts().after())));
    }

    private void duration(String name, int percent) {
        columns.add(Column.optionalWhole(
                name + "_before", row -> quantile(row.counts().before(), percent)));
        columns.add(Column.optionalWhole(
                name + "_after", row -> quantile(row.counts().after(), percent)));
    }

    private static Optional<Long> quantile(TalliedPeriods.Counts stats, int percent) {
        DurationDistribution durations = stats.durations();
        return durations.count() == 0 ? Optional.empty() : Optional.of(durations.quantile(percent));
    }

    private void share(String name, ToLongFunction<Traffic> calls) {
        columns.add(Column.optionalDecimal(
                name + "_before", row -> share(row.counts().before(), calls)));
        columns.add(Column.optionalDecimal(
                name + "_after", row -> share(row.counts().after(), calls)));
    }

    private static Optional<BigDecimal> share(TalliedPeriods.Counts stats, ToLongFunction<Traffic> calls) {
        Traffic traffic = stats.traffic();
        return traffic.calls() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(calls.applyAsLong(traffic))
                        .divide(BigDecimal.valueOf(traffic.calls()), SHARE_DECIMALS, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> rate(TalliedPeriods.Counts stats, long seconds) {
        return Optional.of(BigDecimal.valueOf(stats.traffic().calls())
                .multiply(SECONDS_AN_HOUR)
                .divide(BigDecimal.valueOf(seconds), RATE_DECIMALS, RoundingMode.HALF_UP));
    }

    private void worstMinute() {
        columns.add(Column.instant(
                "worst_minute",
                row -> row.worst() != null,
                row -> row.worst() == null ? 0 : row.worst().second()));
        columns.add(Column.optionalWhole(
                "worst_minute_5xx",
                row -> Optional.ofNullable(row.worst()).map(ComparedEndpoint.WorstMinute::errors5xx)));
    }

    private void seen() {
        Function<ComparedEndpoint, EndpointStats> both = row -> row.counts().both();
        columns.add(Column.instant("first_seen", row -> both.apply(row).seen().first()));
        columns.add(Column.instant("last_seen", row -> both.apply(row).seen().last()));
    }

    /** Returns a line for each endpoint that must be rolled back. */
    public static List<String> regressions(Comparison comparison, ReportOptions options) {
        return comparison.regressions().stream()
                .map(row -> (row.moved() ? "roll back: " : "roll back (side effect: it did not move): ")
                        + row.counts().endpoint().method() + " "
                        + (options.byHost() ? row.counts().endpoint().host() : "")
                        + options.placeholder().of(row.counts().endpoint().pattern()) + ": "
                        + CompareReasonText.of(row))
                .toList();
    }

    /** Returns how many endpoints have each verdict, in words. */
    public static String counts(Comparison comparison) {
        List<String> words = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long rows = comparison.rows().stream()
                    .filter(row -> row.verdict() == verdict)
                    .count();
            if (rows > 0) {
                words.add(verdict.word() + ": " + rows);
            }
        }
        return words.isEmpty() ? "no endpoint" : String.join("; ", words);
    }
}
