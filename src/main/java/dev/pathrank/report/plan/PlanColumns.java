package dev.pathrank.report.plan;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.plan.Forecast;
import dev.pathrank.plan.Forecast.Concurrency;
import dev.pathrank.plan.HazardFinding;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.plan.QuotaUse;
import dev.pathrank.plan.WaveLoad;
import dev.pathrank.plan.load.ColdStartForecast;
import dev.pathrank.plan.load.Refusals;
import dev.pathrank.rank.Ratio;
import dev.pathrank.report.Cell;
import dev.pathrank.report.Column;
import dev.pathrank.report.RankColumns;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The columns of {@code plan}, in the order of the contract. */
final class PlanColumns {
    private final List<Column<PlannedEndpoint>> columns = new ArrayList<>();
    private final @Nullable Plan plan;

    private PlanColumns(@Nullable Plan plan) {
        this.plan = plan;
    }

    /** @param made the plan; null where only the names are wanted */
    static List<Column<PlannedEndpoint>> of(@Nullable Plan made, ReportOptions options) {
        PlanColumns plan = new PlanColumns(made);
        plan.addEndpoint(options.byHost(), options.placeholder());
        plan.addLoad();
        plan.addForecast();
        plan.addVerdict(options.placeholder());
        return plan.columns;
    }

    /** Returns the few columns that fit a terminal. */
    static List<Column<PlannedEndpoint>> fitted(Plan made, ReportOptions options) {
        PlanColumns plan = new PlanColumns(made);
        plan.columns.add(Column.optionalWhole(
                "wave", row -> Optional.ofNullable(row.wave()).map(Integer::longValue)));
        plan.text("endpoint", row -> RankColumns.endpoint(row.ranked(), options));
        plan.text("target", row -> row.target().target().word());
        plan.columns.add(Column.whole("origin calls", row -> stats(row).originCalls()));
        plan.columns.add(Column.whole("peak/s", row -> stats(row).peak().originCalls()));
        plan.inFlight("environments", Concurrency::environments);
        plan.columns.add(Column.optionalText(
                "first quota broken",
                row -> firstExceeded(row).map(use -> use.quota().label())));
        return plan.columns;
    }

    private void addEndpoint(boolean byHost, PlaceholderStyle placeholder) {
        columns.add(Column.optionalWhole("rank", row -> whole(row.ranked().rank().stream())));
        columns.add(Column.optionalWhole(
                "wave", row -> Optional.ofNullable(row.wave()).map(Integer::longValue)));
        if (byHost) {
            text("host", row -> row.ranked().stats().host());
        }
        text("method", row -> row.ranked().stats().method());
        text("pattern", row -> placeholder.of(row.ranked().stats().pattern()));
        text("function_name", PlannedEndpoint::functionName);
        text("target", row -> row.target().target().word());
        text("target_reason", row -> row.target().reason());
    }

    private void addLoad() {
        columns.add(Column.whole("calls", row -> row.ranked().stats().calls()));
        columns.add(Column.whole("origin_calls", row -> row.ranked().stats().originCalls()));
        columns.add(Column.whole("peak_rps", row -> row.ranked().stats().peak().originCalls()));
        columns.add(Column.instant(
                "peak_at",
                row -> row.ranked().stats().peak().originCalls() > 0,
                row -> row.ranked().stats().peak().second()));
        columns.add(Column.optionalWhole(
                "mean_ms", row -> row.ranked().stats().durations().map(PlanColumns::mean)));
        columns.add(Column.optionalWhole("p99_ms", row -> stats(row).durations().map(DurationSummary::p99Ms)));
    }

    private static EndpointStats stats(PlannedEndpoint row) {
        return row.ranked().stats();
    }

    private static long mean(DurationSummary durations) {
        return Math.floorDiv(2 * durations.sumMs() + durations.count(), 2 * durations.count());
    }

    private void addForecast() {
        inFlight("concurrency", Concurrency::calls);
        inFlight("environments", Concurrency::environments);
        inFlight("environments_cumulative", Concurrency::environmentsCumulative);
        columns.add(Column.optionalWhole("failing_calls", row -> refusals(row).map(Refusals::calls)));
        columns.add(Column.optionalWhole("failing_peak", row -> refusals(row).map(Refusals::worst)));
        columns.add(Column.optionalText("failing_cause", row -> refusals(row).map(PlanColumns::causes)));
        columns.add(Column.optionalText(
                "first_quota_broken",
                row -> firstExceeded(row).map(use -> use.quota().label())));
        columns.add(new Column<>(
                "broken_at",
                Column.Type.TEXT,
                row -> firstExceeded(row)
                        .map(QuotaUse::exceededAt)
                        .map(Cell::ofInstant)
                        .orElse(Cell.EMPTY)));
        forecast("cold_starts", forecast -> forecast.coldStarts().cold());
        columns.add(Column.optionalDecimal(
                "cold_share",
                row -> forecast(row)
                        .map(Forecast::coldStarts)
                        .flatMap(PlanColumns::coldShare)
                        .map(Ratio::decimal)));
        columns.add(Column.optionalDecimal("cost_month", row -> forecast(row).map(Forecast::costMonth)));
    }

    private Optional<Refusals> refusals(PlannedEndpoint row) {
        return Optional.ofNullable(plan).flatMap(made -> made.load(row)).map(WaveLoad::refusals);
    }

    /** Returns the causes of failing calls, such as {@code concurrency+rate}. */
    static String causes(Refusals refusals) {
        return refusals.causes().stream()
                .map(each -> each.cause().word())
                .distinct()
                .collect(Collectors.joining("+"));
    }

    private static Optional<QuotaUse> firstExceeded(PlannedEndpoint row) {
        return forecast(row).map(Forecast::firstExceeded);
    }

    private static Optional<Ratio> coldShare(ColdStartForecast starts) {
        return starts.calls() == 0 ? Optional.empty() : Optional.of(new Ratio(starts.cold(), starts.calls()));
    }

    private void addVerdict(PlaceholderStyle placeholder) {
        columns.add(Column.optionalText(
                "recurs", row -> forecast(row).map(Forecast::recurs).filter(words -> !words.isEmpty())));
        text(
                "hazards",
                row -> row.hazards().stream()
                        .map(seen -> hazard(seen, placeholder))
                        .collect(Collectors.joining("; ")));
        columns.add(Column.optionalWhole(
                "rank_best", row -> Optional.ofNullable(row.range()).map(range -> (long) range.best())));
        columns.add(Column.optionalWhole(
                "rank_worst", row -> Optional.ofNullable(row.range()).map(range -> (long) range.worst())));
        text("reason", PlannedEndpoint::reason);
    }

    /** Returns a hazard in words, such as {@code encoded path 12 (/tag/a%20b)}. */
    static String hazard(HazardFinding seen, PlaceholderStyle placeholder) {
        String paths = seen.paths().stream().map(placeholder::of).collect(Collectors.joining(" "));
        return seen.hazard().word() + " " + seen.figure() + (paths.isEmpty() ? "" : " (" + paths + ")");
    }

    private void text(String name, Function<PlannedEndpoint, String> text) {
        columns.add(Column.text(name, text));
    }

    private void forecast(String name, Function<Forecast, @Nullable Long> figure) {
        columns.add(Column.optionalWhole(name, row -> forecast(row).map(figure)));
    }

    /** Adds a figure of the calls in flight: "not known" where no call was timed, empty for what does not move. */
    private void inFlight(String name, ToLongFunction<Concurrency> figure) {
        columns.add(new Column<>(
                name,
                Column.Type.NUMBER,
                row -> forecast(row)
                        .map(known -> known.inFlight() == null
                                ? Cell.of(Page.NOT_KNOWN)
                                : Cell.of(figure.applyAsLong(known.inFlight())))
                        .orElse(Cell.EMPTY)));
    }

    private static Optional<Long> whole(IntStream number) {
        return number.mapToObj(Long::valueOf).findFirst();
    }

    private static Optional<Forecast> forecast(PlannedEndpoint row) {
        return Optional.ofNullable(row.forecast());
    }
}
