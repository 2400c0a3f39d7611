package dev.pathrank.report.html;

import dev.pathrank.plan.Plan;
import dev.pathrank.plan.Wave;
import dev.pathrank.rank.Preset;
import dev.pathrank.rank.RankedEndpoint;
import dev.pathrank.rank.ScoreParts;
import dev.pathrank.rank.Weights;
import dev.pathrank.report.WholeReport;
import dev.pathrank.report.html.FirstView.Chart;
import dev.pathrank.report.html.PageTable.Cell;
import dev.pathrank.report.html.chart.CurveChart;
import dev.pathrank.report.html.chart.DotChart;
import dev.pathrank.report.html.chart.Svg;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The charts of the first screen: ease of a move against origin calls, and the calls that each step moves. */
final class FirstCharts {
    private static final int MOST_DOTS = 400;
    private static final int MOST_TABLED = 25;
    private static final double HALF = 0.5;

    private final WholeReport report;
    private final PageText text;
    private final List<RankedEndpoint> candidates;
    private final long originCalls;

    FirstCharts(WholeReport report, List<RankedEndpoint> rows, PageText text) {
        this.report = report;
        this.text = text;
        this.candidates = inOrder(report, rows);
        this.originCalls =
                rows.stream().mapToLong(row -> row.stats().originCalls()).sum();
    }

    /** Returns the candidates that reach the origin, in the order in which they move. */
    private static List<RankedEndpoint> inOrder(WholeReport report, List<RankedEndpoint> rows) {
        if (report.plan() != null) {
            return report.plan().plan().moving().stream()
                    .map(row -> row.ranked())
                    .toList();
        }
        return rows.stream()
                .filter(row -> row.isCandidate() && row.stats().originCalls() > 0)
                .toList();
    }

    List<Chart> charts() {
        return List.of(dots(), curve());
    }

    private Chart dots() {
        Weights weights = weights();
        Set<RankedEndpoint> marked = next();
        List<DotChart.Dot> dots = new ArrayList<>();
        List<List<Cell>> table = new ArrayList<>();
        for (RankedEndpoint row : candidates) {
            ScoreParts parts = row.parts().orElse(null);
            if (parts == null || dots.size() == MOST_DOTS) {
                continue;
            }
            double ease = parts.score(weights);
            dots.add(new DotChart.Dot(
                    ease, row.stats().originCalls(), text.name(row).text(), marked.contains(row)));
            if (table.size() < MOST_TABLED) {
                table.add(List.of(
                        Cell.of(text.name(row)),
                        Cell.of(text.tenth(ease)),
                        Cell.of(text.number(row.stats().originCalls()))));
            }
        }
        Svg svg = DotChart.of(
                dots,
                text.signs(),
                "Chart of " + dots.size()
                        + " endpoints by ease of a move and origin calls; the next to move are marked");
        String words =
                "Each dot is an endpoint. Higher: more origin calls. Further right: easier to move (the fit, ease and"
                        + " low risk of the score). In colour: "
                        + (report.plan() == null ? "the first three." : "the next to move.");
        return new Chart(
                "What is easy and what is called",
                svg,
                words,
                PageTable.of(
                        "Ease and origin calls of the first " + table.size(),
                        List.of("endpoint", ">ease, 0 to 100", ">origin calls"),
                        table));
    }

    /** Returns the weights without that of the part {@code value}, which the vertical axis shows. */
    private Weights weights() {
        Weights all = report.order() == null
                ? Preset.BALANCED.weights()
                : report.order().weights();
        double rest = all.fit() + all.ease() + all.risk();
        return new Weights(0, all.fit() / rest, all.ease() / rest, all.risk() / rest);
    }

    /** Returns the endpoints that move next: those of the first two waves, or the first three of the order. */
    private Set<RankedEndpoint> next() {
        if (report.plan() == null) {
            return new HashSet<>(candidates.subList(0, Math.min(3, candidates.size())));
        }
        Plan plan = report.plan().plan();
        Set<RankedEndpoint> next = new HashSet<>();
        for (Wave wave : plan.waves().subList(0, Math.min(2, plan.waves().size()))) {
            plan.of(wave).forEach(row -> next.add(row.ranked()));
        }
        return next;
    }

    private Chart curve() {
        List<Double> shares = new ArrayList<>();
        List<List<Cell>> table = new ArrayList<>();
        long running = 0;
        int marked = 0;
        for (RankedEndpoint row : candidates) {
            running += row.stats().originCalls();
            shares.add((double) running / Math.max(1, originCalls));
            if (marked == 0 && shares.get(shares.size() - 1) >= HALF) {
                marked = shares.size();
            }
            if (table.size() < MOST_TABLED) {
                table.add(List.of(
                        Cell.of(text.number(shares.size())),
                        Cell.of(text.name(row)),
                        Cell.of(text.percent(running, originCalls))));
            }
        }
        int at = marked == 0 ? shares.size() : marked;
        long carried = candidates.subList(0, at).stream()
                .mapToLong(row -> row.stats().originCalls())
                .sum();
        String words = (at == 1 ? "the first carries " : "the first " + text.number(at) + " carry ")
                + text.percent(carried, originCalls);
        Svg svg = CurveChart.of(shares, at, words, text.signs(), "Curve of origin calls moved by endpoint: " + words);
        return new Chart(
                "How far each step goes",
                svg,
                "Share of origin calls moved with the first endpoints, "
                        + (report.plan() == null ? "in the order of the ranking." : "in the order of the waves."),
                PageTable.of(
                        "Origin calls moved up to each of the first " + table.size(),
                        List.of(">place", "endpoint", ">moved"),
                        table));
    }
}
