package dev.pathrank.report.html;

import dev.pathrank.report.PatternReport;
import dev.pathrank.report.PatternRow;
import dev.pathrank.report.ReportOptions;
import dev.pathrank.report.html.PageTable.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** How paths were folded, how sure that is, and why. */
final class PatternsSection {
    private static final int MOST = 1000;

    private PatternsSection() {}

    static PlanView.Part of(List<PatternRow> patterns, ReportOptions options, PageText text) {
        List<PatternRow> sorted = PatternReport.table(patterns, options.byHost(), options.placeholder())
                .rows();
        List<List<Cell>> rows =
                sorted.stream().limit(MOST).map(row -> row(row, text)).toList();
        long folded = sorted.stream()
                .filter(row -> row.stats().endpoint().placeholders() > 0)
                .count();
        String intro = text.count(sorted.size(), "pattern") + ", " + text.number(folded)
                + " of them with placeholders. Confidence is the part of patterns with this figure that is exactly"
                + " right. A wrong one can be stated with --pattern, or kept with --lock.";
        String more = sorted.size() > MOST
                ? "The first " + text.number(MOST) + "; the CSV of pathrank patterns has all."
                : "";
        return new PlanView.Part(
                "patterns",
                "Patterns",
                List.of(intro),
                List.of(PageTable.of(
                        "Patterns by calls",
                        List.of("pattern", ">calls", ">distinct values", ">confidence", "examples", "reason"),
                        rows)),
                more.isEmpty() ? List.of() : List.of(more));
    }

    private static List<Cell> row(PatternRow row, PageText text) {
        Double sure = row.stats().explanation().confidence();
        return List.of(
                Cell.of(text.name(row.stats().endpoint())),
                Cell.of(text.number(row.stats().calls())),
                Cell.of(PageText.orDash(row.stats().explanation().distinct().stream()
                        .map(text::number)
                        .collect(Collectors.joining("; ")))),
                Cell.of(sure == null ? PageText.DASH : percent(sure, text)),
                Cell.of(row.stats().examples().stream().map(text::shown).collect(Collectors.joining(" "))),
                Cell.of((row.locked() ? "locked; " : "") + text.shown(row.reason())));
    }

    private static String percent(double part, PageText text) {
        return text.number(BigDecimal.valueOf(part).movePointRight(2).setScale(0, RoundingMode.HALF_UP)) + " %";
    }
}
