package dev.pathrank.report;

import dev.pathrank.pattern.PlaceholderStyle;
import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Ratio;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The columns of {@code rank}, in the order of the contract. */
public final class RankColumns {
    private static final int SCORE_DECIMALS = 1;

    private final List<Column<RankedEndpoint>> columns = new ArrayList<>();

    private RankColumns() {}

    static List<Column<RankedEndpoint>> of(ReportOptions options, @Nullable Map<RankedEndpoint, RankRange> ranges) {
        RankColumns rank = new RankColumns();
        rank.addEndpoint(options.byHost(), options.placeholder());
        rank.addVerdict();
        rank.addCounts();
        rank.addDurations();
        rank.addLoad();
        rank.addOutcomes();
        rank.addOrigins();
        if (options.withRoutes()) {
            rank.columns.add(Column.text("declared", row -> row.declared() ? "yes" : "no"));
        }
        if (ranges != null) {
            rank.addRanges(ranges);
        }
        return rank.columns;
    }

    /** Returns the few columns that fit a terminal. */
    static List<Column<RankedEndpoint>> fitted(ReportOptions options) {
        RankColumns rank = new RankColumns();
        rank.columns.add(Column.optionalWhole(
                "rank", row -> row.rank().stream().mapToObj(Long::valueOf).findFirst()));
        rank.columns.add(Column.text("endpoint", row -> endpoint(row, options)));
        rank.columns.add(Column.optionalDecimal("score", row -> score(row)));
        rank.whole("origin calls", EndpointStats::originCalls);
        rank.duration("p95 ms", DurationSummary::p95Ms);
        rank.whole("peak/s", stats -> stats.peak().originCalls());
        rank.columns.add(Column.text("reason", RankedEndpoint::reason));
        return rank.columns;
    }

    /**
     * Returns the eight columns that are read first.
     *
     * @param ranges of each candidate's rank; null where they were not requested: then the score has their place
     */
    static List<Column<RankedEndpoint>> brief(ReportOptions options, @Nullable Map<RankedEndpoint, RankRange> ranges) {
        RankColumns rank = new RankColumns();
        rank.columns.add(Column.optionalWhole(
                "rank", row -> row.rank().stream().mapToObj(Long::valueOf).findFirst()));
        rank.columns.add(Column.text("endpoint", row -> endpoint(row, options)));
        rank.columns.add(Column.text("reason", RankedEndpoint::reason));
        rank.whole("origin calls", EndpointStats::originCalls);
        rank.duration("p95 ms", DurationSummary::p95Ms);
        rank.whole("peak/s", stats -> stats.peak().originCalls());
        rank.whole("5xx", stats -> stats.traffic().failures().status5xx());
        rank.columns.add(
                ranges == null
                        ? Column.optionalDecimal("score", row -> score(row))
                        : Column.optionalText(
                                "stability",
                                row -> Optional.ofNullable(ranges.get(row))
                                        .map(range -> range.best() + "–" + range.worst())));
        return rank.columns;
    }

    /** Returns an endpoint as one text: method, host if hosts are kept apart, and pattern. */
    public static String endpoint(RankedEndpoint row, ReportOptions options) {
        return row.stats().method() + " " + (options.byHost() ? row.stats().host() : "")
                + options.placeholder().of(row.stats().pattern());
    }

    private void addRanges(Map<RankedEndpoint, RankRange> ranges) {
        columns.add(range("rank_best", ranges, RankRange::best));
        columns.add(range("rank_worst", ranges, RankRange::worst));
    }

    private static Column<RankedEndpoint> range(
            String name, Map<RankedEndpoint, RankRange> ranges, ToLongFunction<RankRange> rank) {
        return Column.optionalWhole(
                name, row -> Optional.ofNullable(ranges.get(row)).map(rank::applyAsLong));
    }

    private void addEndpoint(boolean byHost, PlaceholderStyle placeholder) {
        columns.add(Column.optionalWhole(
                "rank", row -> row.rank().stream().mapToObj(Long::valueOf).findFirst()));
        if (byHost) {
            text("host", EndpointStats::host);
        }
        text("method", EndpointStats::method);
        text("pattern", stats -> placeholder.of(stats.pattern()));
    }

    private void addVerdict() {
        columns.add(Column.optionalDecimal("score", row -> score(row)));
        columns.add(Column.text("reason", RankedEndpoint::reason));
        columns.add(Column.text("kind", row -> row.kind().word()));
    }

    private void addCounts() {
        whole("calls", EndpointStats::calls);
        whole("origin_calls", EndpointStats::originCalls);
        columns.add(Column.decimal("share", row -> row.share().decimal()));
        columns.add(
                Column.decimal("cumulative_share", row -> row.cumulativeShare().decimal()));
    }

    private void addDurations() {
        duration("p50_ms", DurationSummary::p50Ms);
        duration("p95_ms", DurationSummary::p95Ms);
        duration("p99_ms", DurationSummary::p99Ms);
        duration("max_ms", DurationSummary::maxMs);
    }

    private void addLoad() {
        whole("peak_rps", stats -> stats.peak().originCalls());
        columns.add(Column.instant(
                "peak_at",
                row -> row.stats().peak().originCalls() > 0,
                row -> row.stats().peak().second()));
    }

    private void addOutcomes() {
        whole("errors_4xx", stats -> stats.traffic().failures().status4xx());
        whole("errors_5xx", stats -> stats.traffic().failures().status5xx());
        whole("aborted", stats -> stats.traffic().failures().aborted());
        columns.add(Column.optionalDecimal("hit_ratio", row -> row.hitRatio().map(Ratio::decimal)));
        whole("clients", stats -> stats.traffic().clients());
        whole("bytes_out", stats -> stats.traffic().bytesOut().total());
        whole("variables", stats -> stats.endpoint().placeholders());
    }

    private void addOrigins() {
        columns.add(Column.optionalText(
                "duration_from", row -> row.stats().durations().map(DurationSummary::from)));
        columns.add(Column.instant(
                "first_seen",
                row -> row.stats().isCalled(),
                row -> row.stats().seen().first()));
        columns.add(Column.instant(
                "last_seen",
                row -> row.stats().isCalled(),
                row -> row.stats().seen().last()));
        text("example", EndpointStats::example);
    }

    private void text(String name, Function<EndpointStats, String> text) {
        columns.add(Column.text(name, row -> text.apply(row.stats())));
    }

    private void whole(String name, ToLongFunction<EndpointStats> number) {
        columns.add(Column.whole(name, row -> number.applyAsLong(row.stats())));
    }

    private void duration(String name, Function<DurationSummary, Long> ms) {
        columns.add(Column.optionalWhole(name, row -> row.stats().durations().map(ms)));
    }

    /** Returns the score with its one decimal; it is rounded already. */
    private static Optional<BigDecimal> score(RankedEndpoint row) {
        return row.score().stream()
                .mapToObj(BigDecimal::valueOf)
                .map(rounded -> rounded.setScale(SCORE_DECIMALS))
                .findFirst();
    }
}
