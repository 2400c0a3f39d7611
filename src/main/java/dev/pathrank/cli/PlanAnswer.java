package dev.pathrank.cli;

import dev.pathrank.plan.DeclaredFacts;
import dev.pathrank.plan.Plan;
import dev.pathrank.plan.PlanOptions;
import dev.pathrank.plan.Planner;
import dev.pathrank.rank.Stability;
import dev.pathrank.report.PlanReport;
import java.util.List;

/** The answer of {@code plan}. */
final class PlanAnswer {
    private PlanAnswer() {}

    static Answer of(PlanOptions options, RankRequest request, boolean failOnBreach) {
        return findings -> {
            long rows = findings.ranking().stream()
                    .mapToLong(row -> row.stats().calls())
                    .sum();
            Stability stability =
                    new Stability(findings.ranking(), request.declared(), request.rank(), findings.window(), rows);
            Plan plan = Planner.plan(
                    findings.ranking(),
                    findings.window(),
                    findings.endpoints()::replay,
                    options,
                    new DeclaredFacts(request.declared()),
                    stability);
            return new Answer.Given(
                    findings,
                    writer -> PlanReport.write(plan, request.report(), writer),
                    failOnBreach && plan.breaks(),
                    List.of());
        };
    }
}
