package dev.pathrank.report.html;

import dev.pathrank.compare.ComparedEndpoint;
import dev.pathrank.compare.Comparison;
import dev.pathrank.report.CompareReasonText;
import dev.pathrank.report.CompareReport;
import dev.pathrank.report.html.PageTable.Cell;
import dev.pathrank.tally.TalliedPeriods.Counts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What changed after the move: a verdict for each endpoint. */
final class AfterSection {
    private static final int P95 = 95;
    private static final long HOUR = 3600;

    private final Comparison comparison;
    private final PageText text;

    private AfterSection(Comparison comparison, PageText text) {
        this.comparison = comparison;
        this.text = text;
    }

    static PlanView.Part of(Comparison comparison, PageText text) {
        AfterSection section = new AfterSection(comparison, text);
        return new PlanView.Part(
                "after",
                "After the move",
                List.of(
                        PageText.sentence(CompareReport.counts(comparison)) + ".",
                        "Before: " + section.length(comparison.secondsBefore()) + ". After: "
                                + section.length(comparison.secondsAfter())
                                + ". Roll back means that it got worse by more than is tolerated, and that chance does"
                                + " not explain it."),
                List.of(PageTable.of(
                        "Endpoints before and after",
                        List.of(
                                "endpoint",
                                "verdict",
                                "reason",
                                ">calls an hour",
                                ">p95",
                                ">5xx",
                                ">5xx in the worst minute",
                                "worst minute"),
                        comparison.rows().stream().map(section::row).toList())),
                List.of());
    }

    private String length(long seconds) {
        return seconds < 2 * HOUR
                ? text.count(Math.max(1, seconds / 60), "minute")
                : text.count(Math.round((double) seconds / HOUR), "hour");
    }

    private List<Cell> row(ComparedEndpoint row) {
        Counts before = row.counts().before();
        Counts after = row.counts().after();
        return List.of(
                Cell.of(text.name(row.counts().endpoint())),
                Cell.of(row.verdict().word() + (row.moved() ? ", moved" : "")),
                Cell.of(text.shown(CompareReasonText.of(row))),
                Cell.of(change(rate(before, comparison.secondsBefore()), rate(after, comparison.secondsAfter()))),
                Cell.of(change(p95(before), p95(after))),
                Cell.of(change(errors(before), errors(after))),
                Cell.of(
                        row.worst() == null
                                ? PageText.DASH
                                : text.number(row.worst().errors5xx())),
                Cell.of(
                        row.worst() == null
                                ? PageText.DASH
                                : text.minute(row.worst().second())));
    }

    private static String change(String before, String after) {
        return before + " → " + after;
    }

    private String rate(Counts counts, long seconds) {
        BigDecimal exact = BigDecimal.valueOf(counts.traffic().calls() * HOUR)
                .divide(BigDecimal.valueOf(seconds), 4, RoundingMode.HALF_UP);
        return text.number(exact.setScale(exact.compareTo(BigDecimal.TEN) < 0 ? 1 : 0, RoundingMode.HALF_UP));
    }

    private String p95(Counts counts) {
        return counts.durations().count() == 0
                ? PageText.DASH
                : text.duration(counts.durations().quantile(P95));
    }

    private String errors(Counts counts) {
        return text.percent(
                counts.traffic().failures().status5xx(), counts.traffic().calls());
    }
}
