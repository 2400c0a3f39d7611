package dev.pathrank.report.html;

import dev.pathrank.plan.PlannedEndpoint;
import dev.pathrank.rank.RankRange;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.Reason;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.html.OrderView.Chip;
import dev.pathrank.report.html.OrderView.Figures;
import dev.pathrank.report.html.OrderView.Filter;
import dev.pathrank.report.html.OrderView.Row;
import dev.pathrank.report.html.chart.SmallCharts;
import dev.pathrank.tally.DurationSummary;
import dev.pathrank.tally.EndpointStats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order, as rows that open. The first of them are complete; the script draws what the others open to. */
final class OrderSection {
    /** Rows by rank that are complete without the script. */
    private static final int COMPLETE = 100;

    private final WholeReport.OrderPart order;
    private final PageText text;
    private final Map<RankedEndpoint, PlannedEndpoint> planned = new HashMap<>();
    private final long most;
    private final DetailSection details;

    private OrderSection(WholeReport.OrderPart order, WholeReport report, PageText text) {
        this.order = order;
        this.text = text;
        if (report.plan() != null) {
            report.plan().plan().rows().forEach(row -> planned.put(row.ranked(), row));
        }
        this.most = order.rows().stream()
                .mapToLong(row -> row.stats().originCalls())
                .max()
                .orElse(0);
        this.details = new DetailSection(report, order, planned, text);
    }

    /** Returns the section; null where the report has no order. */
    static @Nullable OrderView of(WholeReport report, PageText text) {
        return report.order() == null ? null : new OrderSection(report.order(), report, text).view(report);
    }

    private OrderView view(WholeReport report) {
        List<RankedEndpoint> shown = report.options().shown(order.rows());
        List<Row> rows = new ArrayList<>();
        List<DetailData> rest = new ArrayList<>();
        for (RankedEndpoint ranked : shown) {
            boolean complete = rows.size() < COMPLETE;
            DetailData data = details.of(ranked);
            rows.add(row(ranked, rows.size() + 1, complete ? details.view(data) : null));
            if (!complete) {
                rest.add(data);
            }
        }
        return new OrderView(
                intro(),
                rows,
                distinct(rows.stream().map(row -> row.filter().kind())),
                distinct(rows.stream().map(row -> row.name().method())),
                rows.stream()
                        .map(row -> row.filter().wave())
                        .filter(wave -> !wave.isEmpty())
                        .distinct()
                        .sorted(Comparator.comparingInt(Integer::parseInt))
                        .toList(),
                rest.isEmpty() ? null : new RestData(rest, COMPLETE + 1, details, text));
    }

    private static List<String> distinct(Stream<String> words) {
        return words.distinct().toList();
    }

    private String intro() {
        long candidates =
                order.rows().stream().filter(RankedEndpoint::isCandidate).count();
        return text.count(candidates, "candidate") + " by score: value "
                + text.number(Math.round(100 * order.weights().value())) + " %, fit "
                + text.number(Math.round(100 * order.weights().fit())) + " %, ease "
                + text.number(Math.round(100 * order.weights().ease())) + " %, low risk "
                + text.number(Math.round(100 * order.weights().risk()))
                + " %. Open a row for its score, its hours, its durations and what its move needs.";
    }

    private Row row(RankedEndpoint ranked, int number, @Nullable DetailView detail) {
        PlannedEndpoint plan = planned.get(ranked);
        String wave = plan == null || !plan.moves() || plan.wave() == null ? "" : Integer.toString(plan.wave());
        return new Row(
                number,
                text.name(ranked),
                chips(ranked),
                figures(ranked),
                new Filter(ranked.isCandidate() ? "candidate" : ranked.kind().word(), wave),
                detail);
    }

    private List<Chip> chips(RankedEndpoint ranked) {
        String lead = ranked.needsRedesign() ? Reason.NEEDS_REDESIGN : "";
        List<Chip> chips = new ArrayList<>();
        for (Reason reason : ranked.reasons()) {
            if (reason.kind() != Reason.Kind.PLACE) {
                String words = (chips.isEmpty() ? lead : "") + reason.words();
                chips.add(new Chip(text.shown(words), reason.kind().needsAttention()));
            }
        }
        return chips;
    }

    private Figures figures(RankedEndpoint ranked) {
        EndpointStats stats = ranked.stats();
        RankRange range = order.ranges() == null ? null : order.ranges().get(ranked);
        String rank = ranked.rank().isPresent() ? text.number(ranked.rank().getAsInt()) : "";
        long p95 = stats.durations().map(DurationSummary::p95Ms).orElse(-1L);
        long errors = stats.traffic().failures().status5xx();
        return new Figures(
                rank,
                SmallCharts.bar(stats.originCalls(), most, ""),
                text.number(stats.originCalls()),
                p95 < 0 ? PageText.DASH : text.duration(p95),
                stats.peak().originCalls() == 0
                        ? PageText.DASH
                        : text.number(stats.peak().originCalls()) + "/s",
                errors == 0 ? PageText.DASH : text.number(errors),
                range == null
                        ? PageText.DASH
                        : range.best() == range.worst()
                                ? text.number(range.best())
                                : text.number(range.best()) + "–" + text.number(range.worst()),
                ranked.rank().orElse(Integer.MAX_VALUE) + " " + stats.originCalls() + " " + p95 + " "
                        + stats.peak().originCalls() + " " + errors + " "
                        + (range == null ? Integer.MAX_VALUE : range.worst()));
    }
}
